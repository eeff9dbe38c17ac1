using System.Text.Json.Serialization;

namespace Schematic.Contracts.Entitlements;

/// <summary>Source of an entitlement.</summary>
public enum EntitlementType
{
    /// <summary>A source that is not known, or a value that this version does not know.</summary>
    [JsonStringEnumMemberName("unknown")]
    Unknown = 0,

    /// <summary>The company's own override.</summary>
    [JsonStringEnumMemberName("company_override")]
    CompanyOverride,

    /// <summary>The company's plan or an add-on.</summary>
    [JsonStringEnumMemberName("plan_entitlement")]
    PlanEntitlement,
}
