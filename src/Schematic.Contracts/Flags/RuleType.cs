using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

/// <summary>Type of a rule. Types are tried in a fixed order; the first rule that matches decides.</summary>
public enum RuleType
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Comes from a company's override; tried second.</summary>
    [JsonStringEnumMemberName("company_override")]
    CompanyOverride,

    /// <summary>Denies once an override's limit is reached; tried fourth.</summary>
    [JsonStringEnumMemberName("company_override_usage_exceeded")]
    CompanyOverrideUsageExceeded,

    /// <summary>Matches everybody; tried last.</summary>
    [JsonStringEnumMemberName("default")]
    Default,

    /// <summary>Matches everybody; tried first.</summary>
    [JsonStringEnumMemberName("global_override")]
    GlobalOverride,

    /// <summary>Comes from a plan's entitlement; tried third.</summary>
    [JsonStringEnumMemberName("plan_entitlement")]
    PlanEntitlement,

    /// <summary>Denies once an entitlement's limit is reached; tried fifth.</summary>
    [JsonStringEnumMemberName("plan_entitlement_usage_exceeded")]
    PlanEntitlementUsageExceeded,

    /// <summary>Written by people, with conditions; tried sixth, by ascending priority.</summary>
    [JsonStringEnumMemberName("standard")]
    Standard,
}
