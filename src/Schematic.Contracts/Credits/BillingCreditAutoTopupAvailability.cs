using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Wire values: off, automatic, user_controlled. <c>Unknown</c> is a value a newer server sent.</summary>
public enum BillingCreditAutoTopupAvailability
{
    Unknown = 0,

    [JsonStringEnumMemberName("off")]
    Off,

    [JsonStringEnumMemberName("automatic")]
    Automatic,

    [JsonStringEnumMemberName("user_controlled")]
    UserControlled,
}
