using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Cause of a use of credits.</summary>
public enum CreditUsageReason
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>A lease reserved them.</summary>
    [JsonStringEnumMemberName("lease_hold")]
    LeaseHold,

    /// <summary>A lease returned what it had not used.</summary>
    [JsonStringEnumMemberName("lease_release")]
    LeaseRelease,

    /// <summary>Somebody corrected the balance.</summary>
    [JsonStringEnumMemberName("manual_adjustment")]
    ManualAdjustment,

    /// <summary>A correction of the records.</summary>
    [JsonStringEnumMemberName("reconciliation")]
    Reconciliation,

    /// <summary>A track event, or the refund of one.</summary>
    [JsonStringEnumMemberName("track")]
    Track,
}
