using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Interval at which the credits of a plan are granted again.</summary>
public enum BillingPlanCreditGrantResetCadence
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>Once a day, counted from the start of the plan.</summary>
    [JsonStringEnumMemberName("daily")]
    Daily,

    /// <summary>Twice a year.</summary>
    [JsonStringEnumMemberName("every_6_months")]
    Every6Months,

    /// <summary>Once a month.</summary>
    [JsonStringEnumMemberName("monthly")]
    Monthly,

    /// <summary>Every three months.</summary>
    [JsonStringEnumMemberName("quarterly")]
    Quarterly,

    /// <summary>Once a week, counted from the start of the plan.</summary>
    [JsonStringEnumMemberName("weekly")]
    Weekly,

    /// <summary>Once a year.</summary>
    [JsonStringEnumMemberName("yearly")]
    Yearly,
}
