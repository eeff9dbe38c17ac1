using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Wire values: fixed, per_license. <c>Unknown</c> is a value a newer server sent.</summary>
public enum PlanCreditGrantScaling
{
    Unknown = 0,

    [JsonStringEnumMemberName("fixed")]
    Fixed,

    [JsonStringEnumMemberName("per_license")]
    PerLicense,
}
