using System.Text.Json.Serialization;

namespace Schematic.Contracts.Wire;

/// <summary>The body of every refusal: one sentence a person can act on.</summary>
public sealed record ApiError
{
    public required string Error { get; init; }

    /// <summary>Path of the refused member of the request body or query, in wire names; null if the refusal is not about one member.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Field { get; init; }
}
