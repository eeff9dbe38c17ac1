using Schematic.Api.Entities;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Rules.Checking;

namespace Schematic.Api.Flags.Rules;

/// <summary>
/// Holds conditions to the form of their type, and what they name to what there is in the environment. Only changed ones are held
/// to it, and ids that the flag's rules had before are let pass: a company may be deleted, and the rule that names it must still be editable.
/// </summary>
internal static class RuleReferences
{
    public static async Task CheckAsync(
        SchematicDb db,
        IReadOnlyList<FlagRule> stored,
        IReadOnlyList<PlacedCondition> changed,
        CancellationToken cancellationToken
    )
    {
        if (changed.Count == 0)
            return;
        var before = stored
            .SelectMany(static rule => rule.AllConditions)
            .SelectMany(static condition => condition.ResourceIds.Concat(condition.TraitIds))
            .ToHashSet();
        var entities = await EntityReader.RowsAsync(
            db,
            [
                .. changed
                    .SelectMany(static item => EntityIds(item.Condition))
                    .Where(id => !before.Contains(id))
                    .Distinct(),
            ],
            cancellationToken
        );
        var traits = await FlagReader.TraitsAsync(
            db,
            changed.SelectMany(static item => item.Condition.TraitIds),
            cancellationToken
        );
        var names = new RuleNames(traits, new Dictionary<string, string>());
        foreach (var (place, condition) in changed)
        {
            if (ConditionShape.Check(FlagPreparation.Condition(condition, names)) is { } wrong)
                throw place.Refuse(wrong.Field, wrong.Message);
            foreach (var id in condition.ResourceIds.Where(id => !before.Contains(id)))
                CheckResource(condition.ConditionType, id, entities, place);
            CheckTrait("trait_id", condition.TraitId, place);
            CheckTrait("comparison_trait_id", condition.ComparisonTraitId, place);
        }

        void CheckTrait(string member, string? id, RulePlace place)
        {
            if (id is not null && !traits.ContainsKey(id) && !before.Contains(id))
                throw place.Refuse(member, $"There is no trait definition \"{ApiProblem.Shorten(id)}\".");
        }
    }

    private static IEnumerable<string> EntityIds(FlagCondition condition) =>
        condition.ConditionType is ConditionType.Company or ConditionType.User ? condition.ResourceIds : [];

    private static void CheckResource(
        ConditionType type,
        string id,
        Dictionary<string, EntityRow> entities,
        RulePlace place
    )
    {
        // The other types name what this server does not hold yet (plans, plan versions, billing products, and with
        // credit_id credits): each slice that brings one adds its line here.
        var exists = type switch
        {
            ConditionType.Company => entities.GetValueOrDefault(id) is { EntityType: EntityType.Company },
            ConditionType.User => entities.GetValueOrDefault(id) is { EntityType: EntityType.User },
            _ => true,
        };
        if (!exists)
            throw place.Refuse(
                "resource_ids",
                $"There is no {(type == ConditionType.User ? "user" : "company")} \"{ApiProblem.Shorten(id)}\" in this environment."
            );
    }
}
