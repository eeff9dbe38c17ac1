using System.Text.Json.Serialization;

namespace Schematic.Contracts.Wire;

/// <summary>Body of every refusal.</summary>
public sealed record ApiError
{
    /// <summary>One sentence, meant for people, that names the next step.</summary>
    public required string Error { get; init; }

    /// <summary>Path of the refused member of the request body or query, in wire names; null if the refusal is not about one member.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Field { get; init; }
}
