using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

/// <summary>
/// Usage to assume for a check, to learn whether it would still be allowed. Do not pass on untrusted input.
/// </summary>
public sealed record PreflightRequestBody
{
    /// <summary>Credits that the use would cost, by id of the credit, at most 100; wins over the other two.</summary>
    [MaxLength(100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, double>? CreditCost { get; init; }

    /// <summary>Usage of one event; affects only conditions on that event, and wins over <c>usage</c> there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PreflightEventUsageRequestBody? EventUsage { get; init; }

    /// <summary>Number added to every event count and number trait, not negative; null adds none.</summary>
    [Range(0, long.MaxValue)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Usage { get; init; }
}
