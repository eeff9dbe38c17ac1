using System.Text.Json.Serialization;
using Schematic.Contracts.Events;

namespace Schematic.Contracts.Entitlements;

/// <summary>A company's own value for a feature, as it might be. An addition of this server.</summary>
public sealed record PreviewOverrideRequestBody
{
    /// <summary>Time at which the override ends; null if it never does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ExpirationDate { get; init; }

    /// <summary>Id of the feature, <c>feat_…</c>.</summary>
    public required string FeatureId { get; init; }

    /// <summary>Period over which usage is counted; null counts all time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MetricPeriod? MetricPeriod { get; init; }

    /// <summary>Start of a monthly period; null is the first of the month.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MetricPeriodMonthReset? MetricPeriodMonthReset { get; init; }

    /// <summary>True gives the feature, false takes it away; null unless the value is boolean.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? ValueBool { get; init; }

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
