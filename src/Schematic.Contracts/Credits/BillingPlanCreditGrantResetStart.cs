using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Day from which resets of a month or longer are counted.</summary>
public enum BillingPlanCreditGrantResetStart
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>The start of the company's billing period.</summary>
    [JsonStringEnumMemberName("billing_period")]
    BillingPeriod,

    /// <summary>The first day of the calendar month, quarter or year.</summary>
    [JsonStringEnumMemberName("first_of_month")]
    FirstOfMonth,
}
