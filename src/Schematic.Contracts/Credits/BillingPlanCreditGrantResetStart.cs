using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>Wire values: billing_period, first_of_month. <c>Unknown</c> is a value a newer server sent.</summary>
public enum BillingPlanCreditGrantResetStart
{
    Unknown = 0,

    [JsonStringEnumMemberName("billing_period")]
    BillingPeriod,

    [JsonStringEnumMemberName("first_of_month")]
    FirstOfMonth,
}
