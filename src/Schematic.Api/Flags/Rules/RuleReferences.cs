using Schematic.Api.Entities;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Flags.Rules;

/// <summary>
/// Checks that conditions have the form of their type and that what they refer to exists in the environment. Only
/// changed conditions are checked, and ids that the stored rules already had pass: a rule that names a deleted company
/// must stay editable.
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
        foreach (var (place, condition) in changed)
        {
            if (ConditionShape.FindMistake(condition, FindTrait) is { } mistake)
                throw place.Refuse(mistake.Field, mistake.Message);
            foreach (var id in condition.ResourceIds.Where(id => !before.Contains(id)))
                CheckResource(condition.ConditionType, id, entities, place);
            CheckTrait("trait_id", condition.TraitId, place);
            CheckTrait("comparison_trait_id", condition.ComparisonTraitId, place);
        }

        ComparedTrait? FindTrait(string id) =>
            traits.TryGetValue(id, out var definition) ? new(definition.EntityType, definition.TraitType) : null;

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
        // The other types refer to what this server does not store yet (plans, plan versions, billing products, and
        // with credit_id credits): each slice that brings one adds its line here.
        var exists = type switch
        {
            ConditionType.Company => entities.GetValueOrDefault(id) is { EntityType: EntityType.Company },
            ConditionType.User => entities.GetValueOrDefault(id) is { EntityType: EntityType.User },
            _ => true,
        };
        if (!exists)
            throw place.Refuse(
                "resource_ids",
                $"There is no {WireEnum<ConditionType>.ToWire(type)} \"{ApiProblem.Shorten(id)}\" in this environment."
            );
    }
}
