namespace Schematic.Rules.Definitions;

/// <summary>
/// The type of a rule, which is also its place in the evaluation: tiers are tried in this order and the first match decides.
/// Source: domain, flag evaluation.
/// </summary>
public enum RuleTier
{
    /// <summary>Always matches; what its conditions say does not count.</summary>
    GlobalOverride = 1,
    CompanyOverride,
    PlanEntitlement,
    CompanyOverrideUsageExceeded,
    PlanEntitlementUsageExceeded,

    /// <summary>Tried by ascending priority.</summary>
    Standard,

    /// <summary>Always matches; what its conditions say does not count.</summary>
    Default,
}
