using System.Text.Json.Serialization;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Entitlements;

/// <summary>Changes of a company override; a member that is left out stays.</summary>
public sealed record UpdateCompanyOverrideRequestBody
{
    /// <summary>Credits that one unit of usage costs; null counts as 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<double?> CreditConsumptionRate { get; init; }

    /// <summary>Time at which the override ends; null if it never does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<DateTimeOffset?> ExpirationDate { get; init; }

    /// <summary>Period over which usage is counted; null counts all time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<MetricPeriod?> MetricPeriod { get; init; }

    /// <summary>Start of a monthly period; null is the first of the month.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<MetricPeriodMonthReset?> MetricPeriodMonthReset { get; init; }

    /// <summary>Text of a note to leave on the override; null leaves none, and earlier notes stay.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    /// <summary>True gives the feature, false takes it away; null unless the value is boolean.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<bool?> ValueBool { get; init; }

    /// <summary>Id of the credit that usage draws, <c>bilcr_…</c>; null unless the value is credits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> ValueCreditId { get; init; }

    /// <summary>Limit of usage; null unless the value is numeric.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<long?> ValueNumeric { get; init; }

    /// <summary>
    /// Id of the company trait that holds the limit, <c>trdf_…</c>; null unless the value is a trait.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> ValueTraitId { get; init; }

    /// <summary>Kind of value, which says which of the <c>value_…</c> members counts.</summary>
    public required EntitlementValueType ValueType { get; init; }
}
