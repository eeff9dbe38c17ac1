using System.Text.Json.Serialization;

namespace Schematic.Contracts.Events;

/// <summary>Start of a month over which usage is counted.</summary>
public enum MetricPeriodMonthReset
{
    /// <summary>Any value that this version does not know; never sent.</summary>
    Unknown = 0,

    /// <summary>
    /// The day and time of month at which the company's billing period began; without one, the calendar month.
    /// </summary>
    [JsonStringEnumMemberName("billing_cycle")]
    BillingCycle,

    /// <summary>The first of the calendar month, 00:00 UTC.</summary>
    [JsonStringEnumMemberName("first_of_month")]
    FirstOfMonth,
}
