using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using static Schematic.Contracts.Flags.ComparableOperator;

namespace Schematic.Api.Flags;

/// <summary>Which members and operators a condition of each type has: the table of docs/domain-language.md.</summary>
internal sealed class ConditionShape
{
    private static readonly ComparableOperator[] Every = [Eq, Ne, Gt, Gte, Lt, Lte, IsEmpty, NotEmpty];
    private static readonly ComparableOperator[] OfBooleans = [Eq, Ne, IsEmpty, NotEmpty];

    // It asks whether enough remains, whatever the operator; those that would read as the opposite are refused.
    private static readonly ComparableOperator[] Enough = [Eq, Gte, Lte];

    private static readonly ConditionShape InOrNot = new() { Operators = [Eq, Ne], Members = ["resource_ids"] };

    private static readonly Dictionary<ConditionType, ConditionShape> Shapes = new()
    {
        [ConditionType.BasePlan] = new() { Operators = [Eq, Ne, IsEmpty, NotEmpty], Members = ["resource_ids"] },
        [ConditionType.BillingProduct] = InOrNot,
        [ConditionType.Company] = InOrNot,
        [ConditionType.Credit] = new() { Operators = Enough, Members = ["credit_id", "credit_cost", "event_subtype"], Required = "credit_id" },
        [ConditionType.Metric] = new() { Operators = Every, Members = ["event_subtype", "metric_period", "metric_period_month_reset", "metric_value", "comparison_trait_id"], Required = "event_subtype" },
        [ConditionType.Plan] = InOrNot,
        [ConditionType.PlanVersion] = InOrNot,
        [ConditionType.Trait] = new() { Operators = Every, Members = ["trait_id", "trait_value", "comparison_trait_id"], Required = "trait_id" },
        [ConditionType.User] = InOrNot,
    };

    private ConditionShape()
    {
    }

    private IReadOnlyList<ComparableOperator> Operators { get; init; } = [];

    private IReadOnlyList<string> Members { get; init; } = [];

    private string? Required { get; init; }

    /// <summary>What is wrong with a condition by itself: a member, and a sentence about it. Null where nothing is.</summary>
    public static (string Member, string Wrong)? Check(FlagCondition condition)
    {
        var shape = Shapes[condition.ConditionType];
        var type = WireEnum<ConditionType>.ToWire(condition.ConditionType);
        if (!shape.Operators.Contains(condition.Operator))
            return ("operator", $"A condition of type {type} cannot use {WireEnum<ComparableOperator>.ToWire(condition.Operator)}; use {Names(shape.Operators)}.");
        var given = Given(condition).ToList();
        if (given.Find(member => !shape.Members.Contains(member)) is { } foreign)
            return (foreign, $"A condition of type {type} has no {foreign}. Leave it out.");
        if (shape.Required is { } required && !given.Contains(required))
            return (required, $"A condition of type {type} needs it.");
        return condition switch
        {
            { ConditionType: ConditionType.Metric, Operator: not (IsEmpty or NotEmpty), MetricValue: null, ComparisonTraitId: null } => ("metric_value", "Give a value or a comparison_trait_id to compare with."),
            { ConditionType: ConditionType.BasePlan, Operator: IsEmpty or NotEmpty, ResourceIds.Count: > 0 } => ("resource_ids", "is_empty and not_empty name no plans. Leave them out."),
            { CreditCost: < 0 } => ("credit_cost", "It must not be negative."),
            _ => null,
        };
    }

    /// <summary>What is wrong with comparing a trait: null where nothing is.</summary>
    /// <param name="trait">The definition of <see cref="FlagCondition.TraitId"/>; null where it has none.</param>
    /// <param name="comparison">That of <see cref="FlagCondition.ComparisonTraitId"/>; null where it has none.</param>
    public static (string Member, string Wrong)? CheckTraits(FlagCondition condition, (EntityType EntityType, TraitType TraitType)? trait, EntityType? comparison)
    {
        if (trait is { TraitType: TraitType.Boolean } && !OfBooleans.Contains(condition.Operator))
            return ("operator", $"A boolean trait cannot be compared with {WireEnum<ComparableOperator>.ToWire(condition.Operator)}; use {Names(OfBooleans)}.");
        // A metric is counted for the company.
        var expected = trait?.EntityType ?? EntityType.Company;
        return comparison is { } other && other != expected
            ? ("comparison_trait_id", $"It must be a trait of the {WireEnum<EntityType>.ToWire(expected)}, as what it is compared with.")
            : null;
    }

    private static IEnumerable<string> Given(FlagCondition condition)
    {
        (string Member, bool IsGiven)[] members =
        [
            ("resource_ids", condition.ResourceIds.Count > 0),
            ("trait_id", condition.TraitId is not null),
            ("trait_value", condition.TraitValue is not null),
            ("comparison_trait_id", condition.ComparisonTraitId is not null),
            ("event_subtype", condition.EventSubtype is not null),
            ("metric_period", condition.MetricPeriod is not null),
            ("metric_period_month_reset", condition.MetricPeriodMonthReset is not null),
            ("metric_value", condition.MetricValue is not null),
            ("credit_id", condition.CreditId is not null),
            ("credit_cost", condition.CreditCost is not null),
        ];
        return members.Where(static member => member.IsGiven).Select(static member => member.Member);
    }

    private static string Names(IEnumerable<ComparableOperator> operators) =>
        string.Join(", ", operators.Select(WireEnum<ComparableOperator>.ToWire));
}
