using Schematic.Api.Entities;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Rules;
using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;

namespace Schematic.Api.Flags.Rules;

/// <summary>Prepares stored flags for the engine.</summary>
internal static class FlagPreparation
{
    public static PreparedFlag Prepare(this FlagDetail flag) => Prepare(flag.Flag, flag.Rules, flag.Names);

    /// <summary>Prepares a flag with these rules, which need not be the stored ones.</summary>
    /// <param name="names">The trait definitions that <paramref name="rules"/> refer to.</param>
    public static PreparedFlag Prepare(FlagRow flag, IEnumerable<FlagRule> rules, RuleNames names) =>
        PreparedFlag.Prepare(
            new FlagDefinition
            {
                Id = flag.Id,
                Key = flag.Key,
                DefaultValue = flag.DefaultValue,
                Rules =
                [
                    .. rules.Where(static rule => rule.RuleType != RuleType.Unknown).Select(rule => Rule(rule, names)),
                ],
            }
        );

    /// <summary>Prepares rules that come to a flag from elsewhere.</summary>
    /// <param name="names">The trait definitions that <paramref name="rules"/> refer to.</param>
    public static PreparedRules Prepare(IEnumerable<FlagRule> rules, RuleNames names) =>
        PreparedRules.Prepare([.. rules.Select(rule => Rule(rule, names))]);

    /// <summary>Prepares a rule by itself, as a flag that is off for whom it does not match.</summary>
    /// <param name="names">The trait definitions that <paramref name="rule"/> refers to.</param>
    public static PreparedFlag PrepareAlone(FlagRule rule, RuleNames names) =>
        PreparedFlag.Prepare(
            new FlagDefinition
            {
                Id = rule.Id,
                Key = rule.Id,
                DefaultValue = false,
                Rules = [Rule(rule, names)],
            }
        );

    public static ComparableKind Kind(TraitType type) =>
        type switch
        {
            TraitType.Boolean => ComparableKind.Bool,
            TraitType.Currency or TraitType.Number => ComparableKind.Int,
            TraitType.Date => ComparableKind.Date,
            _ => ComparableKind.String,
        };

    private static RuleDefinition Rule(FlagRule rule, RuleNames names) =>
        new()
        {
            Id = rule.Id,
            Name = rule.Name,
            Tier = rule.RuleType.ToEngine(),
            Priority = rule.Priority,
            Value = rule.Value,
            Conditions = [.. rule.Conditions.Select(condition => Condition(condition, names))],
            Groups =
            [
                .. rule.ConditionGroups.Select(group => new ConditionGroupDefinition
                {
                    Id = group.Id,
                    Conditions = [.. group.Conditions.Select(condition => Condition(condition, names))],
                }),
            ],
        };

    private static ConditionDefinition Condition(FlagCondition condition, RuleNames names)
    {
        var trait = Trait(condition.TraitId, names, EntityKind.Company);
        return new ConditionDefinition
        {
            Id = condition.Id,
            Kind = condition.ConditionType.ToEngine(),
            Operator = condition.Operator.ToEngine(),
            ResourceIds = condition.ResourceIds,
            EventSubtype = condition.EventSubtype,
            MetricPeriod = condition.MetricPeriod?.ToEngine(),
            MetricPeriodMonthReset = condition.MetricPeriodMonthReset?.ToEngine(),
            MetricValue = condition.MetricValue,
            CreditId = condition.CreditId.Value,
            ConsumptionRateMicroCredits = condition.CreditCost.Value is { } cost
                ? MicroCredits.CostFromWire(cost)
                : null,
            Trait = trait,
            TraitValue = condition.TraitValue ?? "",
            ComparisonTrait = Trait(condition.ComparisonTraitId, names, trait?.Entity ?? EntityKind.Company),
        };
    }

    // A deleted definition took its values along, so any kind compares alike. Flags read together share a trait's id.
    private static TraitReference? Trait(string? id, RuleNames names, EntityKind whenDeleted)
    {
        if (id is null)
            return null;
        return names.Traits.TryGetValue(id, out var definition)
            ? new TraitReference(definition.Id, Entity(definition), Kind(definition.TraitType))
            : new TraitReference(id, whenDeleted, ComparableKind.String);
    }

    private static EntityKind Entity(EntityTraitDefinitionRow definition) =>
        definition.EntityType == EntityType.User ? EntityKind.User : EntityKind.Company;
}
