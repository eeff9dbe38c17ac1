using Schematic.Api.Entities;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;

namespace Schematic.Api.Flags;

/// <summary>
/// Holds what rules name against what there is in the environment. Only changed conditions are held to it, and ids that
/// the flag's rules had before are let pass: a company may be deleted, and the rule that names it must still be editable.
/// </summary>
internal static class RuleReferences
{
    public static async Task CheckAsync(SchematicDb db, IReadOnlyList<FlagRule> stored, IReadOnlyList<PlacedCondition> changed, CancellationToken cancellationToken)
    {
        if (changed.Count == 0)
            return;
        var before = stored.SelectMany(static rule => rule.AllConditions).SelectMany(static condition => condition.ResourceIds.Concat(condition.TraitIds)).ToHashSet();
        var entities = await FlagReader.EntitiesAsync(db, [.. changed.SelectMany(static item => EntityIds(item.Condition)).Where(id => !before.Contains(id)).Distinct()], cancellationToken);
        var traits = await FlagReader.TraitsAsync(db, changed.SelectMany(static item => item.Condition.TraitIds), cancellationToken);
        foreach (var (place, condition) in changed)
        {
            foreach (var id in condition.ResourceIds.Where(id => !before.Contains(id)))
                CheckResource(condition.ConditionType, id, entities, place);
            CheckTraits(condition, traits, before, place);
        }
    }

    private static IEnumerable<string> EntityIds(FlagCondition condition) =>
        condition.ConditionType is ConditionType.Company or ConditionType.User ? condition.ResourceIds : [];

    private static void CheckResource(ConditionType type, string id, Dictionary<string, EntityRow> entities, RulePlace place)
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
            throw place.Refuse("resource_ids", $"There is no {(type == ConditionType.User ? "user" : "company")} \"{Refuse.Shorten(id)}\" in this environment.");
    }

    private static void CheckTraits(FlagCondition condition, Dictionary<string, EntityTraitDefinitionRow> traits, HashSet<string> before, RulePlace place)
    {
        var trait = Find(condition.TraitId, "trait_id");
        var comparison = Find(condition.ComparisonTraitId, "comparison_trait_id");
        if (ConditionShape.CheckTraits(condition, trait is null ? null : (trait.EntityType, trait.TraitType), comparison?.EntityType) is { } wrong)
            throw place.Refuse(wrong.Member, wrong.Wrong);

        EntityTraitDefinitionRow? Find(string? id, string member)
        {
            if (id is null)
                return null;
            if (traits.TryGetValue(id, out var definition) || before.Contains(id))
                return definition;
            throw place.Refuse(member, $"There is no trait definition \"{Refuse.Shorten(id)}\".");
        }
    }
}
