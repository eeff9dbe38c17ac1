using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Degree of control that a company has over the automatic top-up of its credits.</summary>
public enum BillingCreditAutoTopupAvailability
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Credits are never topped up automatically.</summary>
    [JsonStringEnumMemberName("off")]
    Off,

    /// <summary>Top-up follows the plan; the company cannot switch it off.</summary>
    [JsonStringEnumMemberName("automatic")]
    Automatic,

    /// <summary>The company switches top-up on itself; the plan's values are its defaults.</summary>
    [JsonStringEnumMemberName("user_controlled")]
    UserControlled,
}
