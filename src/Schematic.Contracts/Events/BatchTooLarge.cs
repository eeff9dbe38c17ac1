using System.Text.Json.Serialization;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Events;

/// <summary>
/// Refusal of a batch, as <see cref="ApiError"/>, and as SDKs know it if there are too many events. An addition to the
/// published description.
/// </summary>
public sealed record BatchTooLarge
{
    /// <summary><c>batch too large</c>, or another reason in one sentence.</summary>
    public required string Error { get; init; }

    /// <summary>Path of the refused member; left out if the refusal is not about one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Field { get; init; }

    /// <summary>Largest number of events in a batch; left out unless there were more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaxSize { get; init; }
}
