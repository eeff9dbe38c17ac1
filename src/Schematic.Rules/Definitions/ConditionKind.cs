namespace Schematic.Rules.Definitions;

/// <summary>Kind of a condition. A condition of any other kind never holds.</summary>
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
