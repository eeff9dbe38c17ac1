using System.Text.Json.Serialization;

namespace Schematic.Contracts.Plans;

/// <summary>State of a company's trial.</summary>
public enum TrialStatus
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>The trial is running.</summary>
    [JsonStringEnumMemberName("active")]
    Active,

    /// <summary>The trial ended in a subscription.</summary>
    [JsonStringEnumMemberName("converted")]
    Converted,

    /// <summary>The trial ended without a subscription.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,
}
