using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>What each type of condition has: its operators, and what a change of type leaves of it.</summary>
internal static class Conditions
{
    private static readonly ComparableOperator[] Membership = [ComparableOperator.Eq, ComparableOperator.Ne];
    private static readonly ComparableOperator[] MembershipOrNone =
    [
        .. Membership,
        ComparableOperator.IsEmpty,
        ComparableOperator.NotEmpty,
    ];
    private static readonly ComparableOperator[] Every =
    [
        ComparableOperator.Eq,
        ComparableOperator.Ne,
        ComparableOperator.Gt,
        ComparableOperator.Gte,
        ComparableOperator.Lt,
        ComparableOperator.Lte,
        ComparableOperator.IsEmpty,
        ComparableOperator.NotEmpty,
    ];

    /// <summary>In the order one chooses from, commonest first.</summary>
    public static IReadOnlyList<ConditionType> Types { get; } =
    [
        ConditionType.Trait,
        ConditionType.Company,
        ConditionType.User,
        ConditionType.Metric,
        ConditionType.Credit,
        ConditionType.Plan,
        ConditionType.BasePlan,
        ConditionType.PlanVersion,
        ConditionType.BillingProduct,
    ];

    public static string Title(ConditionType type) =>
        type switch
        {
            ConditionType.Trait => "Trait",
            ConditionType.Company => "Company",
            ConditionType.User => "User",
            ConditionType.Metric => "Usage",
            ConditionType.Credit => "Credit balance",
            ConditionType.Plan => "Plan",
            ConditionType.BasePlan => "Base plan",
            ConditionType.PlanVersion => "Plan version",
            ConditionType.BillingProduct => "Billing product",
            _ => "Unknown",
        };

    /// <summary>Plural of the things that a condition of this type names: "companies".</summary>
    public static string Plural(ConditionType type) =>
        type switch
        {
            ConditionType.Company => "companies",
            ConditionType.User => "users",
            ConditionType.Plan => "plans",
            ConditionType.BasePlan => "base plans",
            ConditionType.PlanVersion => "plan versions",
            ConditionType.BillingProduct => "billing products",
            _ => "items",
        };

    /// <summary>Those that name what they ask for by ids.</summary>
    public static bool HasIds(ConditionType type) =>
        type is not (ConditionType.Trait or ConditionType.Metric or ConditionType.Credit or ConditionType.Unknown);

    /// <summary>Those with something to compare with.</summary>
    public static bool HasValue(ComparableOperator comparison) =>
        comparison is not (ComparableOperator.IsEmpty or ComparableOperator.NotEmpty);

    /// <param name="trait">The type of the trait of a condition on one.</param>
    /// <param name="present">Kept among the choices whatever it is: a choice field must show what is.</param>
    public static IReadOnlyList<ComparableOperator> Operators(
        ConditionType type,
        TraitType trait,
        ComparableOperator present
    )
    {
        var operators = type switch
        {
            ConditionType.Trait when trait == TraitType.Boolean => Membership,
            ConditionType.Trait or ConditionType.Metric => Every,
            ConditionType.BasePlan => MembershipOrNone,
            ConditionType.Credit => [ComparableOperator.Gte],
            _ => Membership,
        };
        return operators.Contains(present) ? operators : [.. operators, present];
    }

    public static string Words(ComparableOperator comparison, ConditionType type, TraitType trait)
    {
        var isNumber = type == ConditionType.Metric || trait is TraitType.Number or TraitType.Currency;
        var isDate = type == ConditionType.Trait && trait == TraitType.Date;
        return comparison switch
        {
            ComparableOperator.Eq => HasIds(type) ? "is one of" : "is",
            ComparableOperator.Ne => HasIds(type) ? "is none of" : "is not",
            ComparableOperator.Gt => isDate ? "is after" : "is more than",
            ComparableOperator.Gte => isDate ? "is at or after" : "is at least",
            ComparableOperator.Lt => isDate ? "is before" : "is less than",
            ComparableOperator.Lte => isDate ? "is at or before" : "is at most",
            ComparableOperator.IsEmpty => isNumber ? "is 0"
            : type == ConditionType.BasePlan ? "is none"
            : "is empty",
            ComparableOperator.NotEmpty => isNumber ? "is more than 0"
            : type == ConditionType.BasePlan ? "is any"
            : "is not empty",
            _ => "unknown",
        };
    }

    public static ConditionDraft New() => new(RuleDrafts.NewKey(), Blank(ConditionType.Trait));

    public static ConditionDraft Copy(ConditionDraft condition) =>
        new(RuleDrafts.NewKey(), condition.Body with { Id = null });

    /// <summary>The same condition as one of another type: its fields would mean nothing there.</summary>
    public static CreateOrUpdateConditionRequestBody As(
        CreateOrUpdateConditionRequestBody condition,
        ConditionType type
    ) => Blank(type) with { Id = condition.Id, Extra = condition.Extra };

    /// <summary>With another operator; without a value where it takes none.</summary>
    public static CreateOrUpdateConditionRequestBody With(
        CreateOrUpdateConditionRequestBody condition,
        ComparableOperator comparison
    ) =>
        HasValue(comparison)
            ? condition with
            {
                Operator = comparison,
            }
            : condition with
            {
                Operator = comparison,
                ResourceIds = [],
                TraitValue = null,
                ComparisonTraitId = null,
                MetricValue = null,
            };

    /// <summary>What is still to be filled in, beside the field; null where nothing is.</summary>
    public static (string Field, string Message)? Missing(CreateOrUpdateConditionRequestBody condition) =>
        condition.ConditionType switch
        {
            ConditionType.Trait when string.IsNullOrEmpty(condition.TraitId) => ("trait_id", "Choose a trait."),
            ConditionType.Metric when string.IsNullOrWhiteSpace(condition.EventSubtype) => (
                "event_subtype",
                "Name the event that is counted."
            ),
            ConditionType.Metric
                when HasValue(condition.Operator)
                    && condition.MetricValue is null
                    && string.IsNullOrEmpty(condition.ComparisonTraitId) => (
                "metric_value",
                "Enter a number, or choose a trait to compare with."
            ),
            // Some servers do not show the credit of a condition they have.
            ConditionType.Credit when condition.Id is null && string.IsNullOrWhiteSpace(condition.CreditId.Value) => (
                "credit_id",
                "Name the credit."
            ),
            var type when HasIds(type) && HasValue(condition.Operator) && condition.ResourceIds.Count == 0 => (
                "resource_ids",
                $"Choose at least one {Title(type).ToLowerInvariant()}."
            ),
            _ => null,
        };

    private static CreateOrUpdateConditionRequestBody Blank(ConditionType type) =>
        new()
        {
            ConditionType = type,
            Operator = type switch
            {
                ConditionType.Credit => ComparableOperator.Gte,
                ConditionType.Metric => ComparableOperator.Lt,
                _ => ComparableOperator.Eq,
            },
            ResourceIds = [],
            CreditCost = type == ConditionType.Credit ? new Optional<double?>(1) : default,
        };
}
