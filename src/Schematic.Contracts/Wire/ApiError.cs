using System.Text.Json.Serialization;

namespace Schematic.Contracts.Wire;

/// <summary>Body of every refusal.</summary>
public sealed record ApiError
{
    /// <summary>One sentence, meant for people, that names the next step.</summary>
    public required string Error { get; init; }

    /// <summary>
    /// Path of the refused member of the request body or query, in wire names, like
    /// <c>rules[2].conditions[0].operator</c>; null if the refusal is not about one member. Not part of the published
    /// description.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Field { get; init; }
}
