using System.Text.Json.Serialization;

namespace Schematic.Contracts.Entitlements;

/// <summary>Wire values: company_override, plan_entitlement, unknown. <c>Unknown</c> is a value a newer server sent.</summary>
public enum EntitlementType
{
    [JsonStringEnumMemberName("unknown")]
    Unknown = 0,

    [JsonStringEnumMemberName("company_override")]
    CompanyOverride,

    [JsonStringEnumMemberName("plan_entitlement")]
    PlanEntitlement,
}
