using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

public sealed record PreflightRequestBody
{
    /// <summary>Credits by credit id; wins over the other two.</summary>
    [MaxLength(100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, double>? CreditCost { get; init; }

    /// <summary>Applies to metrics of its event only, and wins over <see cref="Usage"/> there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PreflightEventUsageRequestBody? EventUsage { get; init; }

    /// <summary>Added to every metric and whole-number trait.</summary>
    [Range(0, long.MaxValue)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Usage { get; init; }
}
