namespace Schematic.Rules.Definitions;

/// <summary>What a condition asks about. A condition of a kind that is none of these never holds.</summary>
public enum ConditionKind
{
    Unknown = 0,
    Company,
    User,
    Plan,
    PlanVersion,
    BillingProduct,
    BasePlan,
    Metric,
    Trait,
    Credit,
}
