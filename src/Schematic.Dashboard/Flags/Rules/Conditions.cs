using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>
/// Makes and changes the conditions of the rule editor. Which operators and members a type has comes from
/// <see cref="ConditionShape"/>.
/// </summary>
internal static class Conditions
{
    /// <summary>The types to choose from, most common first.</summary>
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

    private static readonly HashSet<ConditionType> TypesWithIds =
    [
        .. Types.Where(static type => ConditionShape.GetMembers(type).Contains("resource_ids")),
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

    /// <summary>True for a type whose conditions name companies, users, plans and the like by their ids.</summary>
    public static bool HasIds(ConditionType type) => TypesWithIds.Contains(type);

    /// <summary>The operators to choose from.</summary>
    /// <param name="type">The type of the condition.</param>
    /// <param name="trait">The type of the trait that a condition on a trait compares.</param>
    /// <param name="present">The present operator; it is always among the choices, so that the field can show
    /// it.</param>
    public static IReadOnlyList<ComparableOperator> Operators(
        ConditionType type,
        TraitType trait,
        ComparableOperator present
    )
    {
        var operators = ConditionShape.GetOperators(type, trait);
        return operators.Contains(present) ? operators : [.. operators, present];
    }

    /// <summary>An operator in words, for example "is at least".</summary>
    public static string Words(ComparableOperator comparison, ConditionType type, TraitType trait)
    {
        if (type == ConditionType.Credit)
            return CreditWords(comparison);
        var isDate = type == ConditionType.Trait && trait == TraitType.Date;
        return comparison switch
        {
            ComparableOperator.Eq => HasIds(type) ? "is one of" : "is",
            ComparableOperator.Ne => HasIds(type) ? "is none of" : "is not",
            ComparableOperator.Gt => isDate ? "is after" : "is more than",
            ComparableOperator.Gte => isDate ? "is at or after" : "is at least",
            ComparableOperator.Lt => isDate ? "is before" : "is less than",
            ComparableOperator.Lte => isDate ? "is at or before" : "is at most",
            ComparableOperator.IsEmpty or ComparableOperator.NotEmpty => EmptyWords(
                comparison == ComparableOperator.IsEmpty,
                type,
                trait
            ),
            _ => "unknown",
        };
    }

    public static ConditionDraft New() => new(RuleDrafts.NewKey(), Blank(ConditionType.Trait));

    public static ConditionDraft Copy(ConditionDraft condition) =>
        new(RuleDrafts.NewKey(), condition.Body with { Id = null });

    /// <summary>
    /// An empty condition of another type that keeps the id: the members of the old type mean nothing there.
    /// </summary>
    public static CreateOrUpdateConditionRequestBody As(
        CreateOrUpdateConditionRequestBody condition,
        ConditionType type
    ) => Blank(type) with { Id = condition.Id, Extra = condition.Extra };

    /// <summary>The condition with another operator, and without a value if that operator takes none.</summary>
    public static CreateOrUpdateConditionRequestBody With(
        CreateOrUpdateConditionRequestBody condition,
        ComparableOperator comparison
    ) =>
        ConditionShape.HasRightSide(comparison)
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

    /// <summary>Finds the first member that is still to be filled in; null if none is.</summary>
    public static ConditionMistake? FindMissing(CreateOrUpdateConditionRequestBody condition)
    {
        var type = condition.ConditionType;
        // The API accepts a list without ids, which holds for nobody; nobody means that.
        if (HasIds(type) && ConditionShape.HasRightSide(condition.Operator) && condition.ResourceIds.Count == 0)
            return new("resource_ids", $"Choose at least one {Title(type).ToLowerInvariant()}.");
        // Some servers do not show the credit of a condition: it is stored although it is not in the draft.
        return type == ConditionType.Credit && condition.Id is not null ? null : ConditionShape.FindMissing(condition);
    }

    // All three ask the same: whether enough remains.
    private static string CreditWords(ComparableOperator comparison) =>
        comparison switch
        {
            ComparableOperator.Eq => "covers",
            ComparableOperator.Gte => "has at least",
            ComparableOperator.Lte => "is enough for",
            _ => "unknown",
        };

    private static string EmptyWords(bool isEmpty, ConditionType type, TraitType trait)
    {
        if (type == ConditionType.BasePlan)
            return isEmpty ? "is none" : "is any";
        if (type == ConditionType.Metric || trait is TraitType.Number or TraitType.Currency)
            return isEmpty ? "is 0" : "is more than 0";
        return isEmpty ? "is empty" : "is not empty";
    }

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
