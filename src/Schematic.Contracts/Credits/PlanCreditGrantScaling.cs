using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Relation of a plan's credit grant to the company's licenses.</summary>
public enum PlanCreditGrantScaling
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>The same amount for every company.</summary>
    [JsonStringEnumMemberName("fixed")]
    Fixed,

    /// <summary>The amount is multiplied by the number of licenses.</summary>
    [JsonStringEnumMemberName("per_license")]
    PerLicense,
}
