using System.Text.Json.Serialization;
using Schematic.Contracts.Events;

namespace Schematic.Contracts.Entitlements;

/// <summary>A company's own value for a feature, in place of its plan's.</summary>
public sealed record CreateCompanyOverrideRequestBody
{
    /// <summary>Id of the company, <c>comp_…</c>.</summary>
    public required string CompanyId { get; init; }

    /// <summary>Credits that one unit of usage costs; null counts as 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? CreditConsumptionRate { get; init; }

    /// <summary>Time at which the override ends; null if it never does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ExpirationDate { get; init; }

    /// <summary>Id of the feature, <c>feat_…</c>; a company has at most one override for it.</summary>
    public required string FeatureId { get; init; }

    /// <summary>Period over which usage is counted; null counts all time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MetricPeriod? MetricPeriod { get; init; }

    /// <summary>Start of a monthly period; null is the first of the month.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MetricPeriodMonthReset? MetricPeriodMonthReset { get; init; }

    /// <summary>Text of a note to leave on the override; null leaves none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    /// <summary>True gives the feature, false takes it away; null unless the value is boolean.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? ValueBool { get; init; }

    /// <summary>Id of the credit that usage draws, <c>bilcr_…</c>; null unless the value is credits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ValueCreditId { get; init; }

    /// <summary>Limit of usage; null unless the value is numeric.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? ValueNumeric { get; init; }

    /// <summary>
    /// Id of the company trait that holds the limit, <c>trdf_…</c>; null unless the value is a trait.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ValueTraitId { get; init; }

    /// <summary>Kind of value, which says which of the <c>value_…</c> members counts.</summary>
    public required EntitlementValueType ValueType { get; init; }
}
