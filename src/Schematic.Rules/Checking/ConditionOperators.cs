using Schematic.Rules.Definitions;

namespace Schematic.Rules.Checking;

/// <summary>The operators that each kind of condition has.</summary>
public static class ConditionOperators
{
    private static readonly ComparisonOperator[] Membership = [ComparisonOperator.Eq, ComparisonOperator.Ne];
    private static readonly ComparisonOperator[] MembershipOrNone =
    [
        ComparisonOperator.Eq,
        ComparisonOperator.Ne,
        ComparisonOperator.IsEmpty,
        ComparisonOperator.NotEmpty,
    ];

    // A credit condition asks whether enough remains, whatever its operator; those that would read as the opposite are refused.
    private static readonly ComparisonOperator[] Enough =
    [
        ComparisonOperator.Eq,
        ComparisonOperator.Gte,
        ComparisonOperator.Lte,
    ];
    private static readonly ComparisonOperator[] All =
    [
        .. Enum.GetValues<ComparisonOperator>().Where(static comparison => comparison != ComparisonOperator.Unknown),
    ];

    /// <param name="kind">What the condition asks about; an unknown kind has no operators.</param>
    /// <param name="trait">How the trait of a trait condition compares: booleans have no order.</param>
    public static IReadOnlyList<ComparisonOperator> Get(
        ConditionKind kind,
        ComparableKind trait = ComparableKind.String
    ) =>
        kind switch
        {
            ConditionKind.Company
            or ConditionKind.User
            or ConditionKind.Plan
            or ConditionKind.PlanVersion
            or ConditionKind.BillingProduct => Membership,
            ConditionKind.BasePlan => MembershipOrNone,
            ConditionKind.Trait when trait == ComparableKind.Bool => MembershipOrNone,
            ConditionKind.Trait or ConditionKind.Metric => All,
            ConditionKind.Credit => Enough,
            _ => [],
        };
}
