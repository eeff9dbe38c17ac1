namespace Schematic.Rules.Definitions;

/// <summary>What a condition is about. A condition of any other kind never holds.</summary>
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
