using Schematic.Api.Entities;
using Schematic.Api.Flags;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Rules;
using Schematic.Rules.Definitions;

namespace Schematic.Api.Flags.Rules;

/// <summary>Brings flags as they are stored into the form that is evaluated.</summary>
internal static class FlagPreparation
{
    private const decimal MicroCredits = 1_000_000;

    public static PreparedFlag Prepare(this FlagDetail flag) => Prepare(flag, flag.Rules, flag.Names);

    /// <param name="rules">Instead of the flag's own.</param>
    /// <param name="names">The trait definitions that <paramref name="rules"/> name.</param>
    public static PreparedFlag Prepare(FlagDetail flag, IEnumerable<FlagRule> rules, RuleNames names) =>
        PreparedFlag.Prepare(
            new FlagDefinition
            {
                Id = flag.Flag.Id,
                Key = flag.Flag.Key,
                DefaultValue = flag.Flag.DefaultValue,
                Rules =
                [
                    .. rules.Where(static rule => rule.RuleType != RuleType.Unknown).Select(rule => Rule(rule, names)),
                ],
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
            Tier = Tier(rule.RuleType),
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

    public static ConditionDefinition Condition(FlagCondition condition, RuleNames names)
    {
        var trait = Trait(condition.TraitId, names, EntityKind.Company);
        return new ConditionDefinition
        {
            Id = condition.Id,
            Kind = Kind(condition.ConditionType),
            Operator = Operator(condition.Operator),
            ResourceIds = condition.ResourceIds,
            EventSubtype = condition.EventSubtype,
            MetricPeriod = Period(condition.MetricPeriod),
            MetricPeriodMonthReset = Reset(condition.MetricPeriodMonthReset),
            MetricValue = condition.MetricValue,
            CreditId = condition.CreditId,
            ConsumptionRateMicroCredits = condition.CreditCost is { } cost ? MicroCreditsOf(cost) : null,
            Trait = trait,
            TraitValue = condition.TraitValue ?? "",
            ComparisonTrait = Trait(condition.ComparisonTraitId, names, trait?.Entity ?? EntityKind.Company),
        };
    }

    /// <summary>Rounded to 10⁻⁶ credit, below nothing downwards; what is beyond 64 bits is as good as without end.</summary>
    public static long MicroCreditsOf(double credits)
    {
        if (credits < 0)
            return (long)Math.Floor(credits * (double)MicroCredits);
        return credits >= (double)(long.MaxValue / MicroCredits)
            ? long.MaxValue
            : (long)Math.Round((decimal)credits * MicroCredits, MidpointRounding.ToEven);
    }

    // A definition that is gone took its values along: nobody has the trait.
    private static TraitReference? Trait(string? id, RuleNames names, EntityKind ofGone)
    {
        if (id is null)
            return null;
        return names.Traits.TryGetValue(id, out var definition)
            ? new TraitReference(id, Entity(definition), Kind(definition.TraitType))
            : new TraitReference(id, ofGone, ComparableKind.String);
    }

    private static EntityKind Entity(EntityTraitDefinitionRow definition) =>
        definition.EntityType == EntityType.User ? EntityKind.User : EntityKind.Company;

    private static RuleTier Tier(RuleType type) =>
        type switch
        {
            RuleType.GlobalOverride => RuleTier.GlobalOverride,
            RuleType.CompanyOverride => RuleTier.CompanyOverride,
            RuleType.PlanEntitlement => RuleTier.PlanEntitlement,
            RuleType.CompanyOverrideUsageExceeded => RuleTier.CompanyOverrideUsageExceeded,
            RuleType.PlanEntitlementUsageExceeded => RuleTier.PlanEntitlementUsageExceeded,
            RuleType.Default => RuleTier.Default,
            _ => RuleTier.Standard,
        };

    private static ConditionKind Kind(ConditionType type) =>
        type switch
        {
            ConditionType.BasePlan => ConditionKind.BasePlan,
            ConditionType.BillingProduct => ConditionKind.BillingProduct,
            ConditionType.Company => ConditionKind.Company,
            ConditionType.Credit => ConditionKind.Credit,
            ConditionType.Metric => ConditionKind.Metric,
            ConditionType.Plan => ConditionKind.Plan,
            ConditionType.PlanVersion => ConditionKind.PlanVersion,
            ConditionType.Trait => ConditionKind.Trait,
            ConditionType.User => ConditionKind.User,
            _ => ConditionKind.Unknown,
        };

    private static ComparisonOperator Operator(ComparableOperator comparison) =>
        comparison switch
        {
            ComparableOperator.Eq => ComparisonOperator.Eq,
            ComparableOperator.Ne => ComparisonOperator.Ne,
            ComparableOperator.Gt => ComparisonOperator.Gt,
            ComparableOperator.Gte => ComparisonOperator.Gte,
            ComparableOperator.Lt => ComparisonOperator.Lt,
            ComparableOperator.Lte => ComparisonOperator.Lte,
            ComparableOperator.IsEmpty => ComparisonOperator.IsEmpty,
            ComparableOperator.NotEmpty => ComparisonOperator.NotEmpty,
            _ => ComparisonOperator.Unknown,
        };

    private static CounterPeriod? Period(MetricPeriod? period) =>
        period switch
        {
            MetricPeriod.CurrentDay => CounterPeriod.CurrentDay,
            MetricPeriod.CurrentWeek => CounterPeriod.CurrentWeek,
            MetricPeriod.CurrentMonth => CounterPeriod.CurrentMonth,
            MetricPeriod.AllTime => CounterPeriod.AllTime,
            _ => null,
        };

    private static MonthReset? Reset(MetricPeriodMonthReset? reset) =>
        reset switch
        {
            MetricPeriodMonthReset.BillingCycle => MonthReset.BillingCycle,
            MetricPeriodMonthReset.FirstOfMonth => MonthReset.FirstOfMonth,
            _ => null,
        };
}
