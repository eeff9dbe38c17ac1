using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Wire values: daily, every_6_months, monthly, quarterly, weekly, yearly. <c>Unknown</c> is a value a newer server sent.</summary>
public enum BillingPlanCreditGrantResetCadence
{
    Unknown = 0,

    [JsonStringEnumMemberName("daily")]
    Daily,

    [JsonStringEnumMemberName("every_6_months")]
    Every6Months,

    [JsonStringEnumMemberName("monthly")]
    Monthly,

    [JsonStringEnumMemberName("quarterly")]
    Quarterly,

    [JsonStringEnumMemberName("weekly")]
    Weekly,

    [JsonStringEnumMemberName("yearly")]
    Yearly,
}
