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
        var plans = await PlansAsync(db, changed, cancellationToken);
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
                CheckResource(condition.ConditionType, id, Exists(condition.ConditionType, id, entities, plans), place);
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

    private static Task<IReadOnlyDictionary<string, string>> PlansAsync(
        SchematicDb db,
        IReadOnlyList<PlacedCondition> changed,
        CancellationToken cancellationToken
    ) =>
        PlanNames.ReadAsync(
            db,
            changed
                .Where(static item => PlanNames.AreNamedBy(item.Condition.ConditionType))
                .SelectMany(static item => item.Condition.ResourceIds)
                .ToHashSet(StringComparer.Ordinal),
            cancellationToken
        );

    // Billing products, and with credit_id credits, are not stored yet: each slice that brings one adds its line.
    private static bool Exists(
        ConditionType type,
        string id,
        Dictionary<string, EntityRow> entities,
        IReadOnlyDictionary<string, string> plans
    ) =>
        type switch
        {
            ConditionType.Company => entities.GetValueOrDefault(id) is { EntityType: EntityType.Company },
            ConditionType.User => entities.GetValueOrDefault(id) is { EntityType: EntityType.User },
            _ => !PlanNames.AreNamedBy(type) || plans.ContainsKey(id),
        };

    private static void CheckResource(ConditionType type, string id, bool exists, RulePlace place)
    {
        if (!exists)
            throw place.Refuse(
                "resource_ids",
                $"There is no {WireEnum<ConditionType>.ToWire(type)} \"{ApiProblem.Shorten(id)}\" in this environment."
            );
    }
}
