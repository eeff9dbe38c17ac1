using System.Text.Json.Serialization;

namespace Schematic.Contracts.Events;

/// <summary>Wire values: billing_cycle, first_of_month. <c>Unknown</c> is a value a newer server sent.</summary>
public enum MetricPeriodMonthReset
{
    Unknown = 0,

    [JsonStringEnumMemberName("billing_cycle")]
    BillingCycle,

    [JsonStringEnumMemberName("first_of_month")]
    FirstOfMonth,
}
