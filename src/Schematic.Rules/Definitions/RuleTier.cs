namespace Schematic.Rules.Definitions;

/// <summary>
/// The type of a rule, which is also its place in the evaluation: tiers are tried in this order and the first match
/// decides. Source: domain, flag evaluation.
/// </summary>
public enum RuleTier
{
    /// <summary>Always matches; its conditions are ignored.</summary>
    GlobalOverride = 1,
    CompanyOverride,
    PlanEntitlement,
    CompanyOverrideUsageExceeded,
    PlanEntitlementUsageExceeded,

    /// <summary>Tried in ascending order of priority.</summary>
    Standard,

    /// <summary>Always matches; its conditions are ignored.</summary>
    Default,
}
