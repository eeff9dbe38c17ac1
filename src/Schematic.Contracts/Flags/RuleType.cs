using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

/// <summary>Wire values: company_override, company_override_usage_exceeded, default, global_override, plan_entitlement, plan_entitlement_usage_exceeded, standard. <c>Unknown</c> is a value a newer server sent.</summary>
public enum RuleType
{
    Unknown = 0,

    [JsonStringEnumMemberName("company_override")]
    CompanyOverride,

    [JsonStringEnumMemberName("company_override_usage_exceeded")]
    CompanyOverrideUsageExceeded,

    [JsonStringEnumMemberName("default")]
    Default,

    [JsonStringEnumMemberName("global_override")]
    GlobalOverride,

    [JsonStringEnumMemberName("plan_entitlement")]
    PlanEntitlement,

    [JsonStringEnumMemberName("plan_entitlement_usage_exceeded")]
    PlanEntitlementUsageExceeded,

    [JsonStringEnumMemberName("standard")]
    Standard,
}
