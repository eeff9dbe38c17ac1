using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

public sealed record CheckFlagRequestBody
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Company { get; init; }

    /// <summary>Usage that is supposed for this one check and recorded nowhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PreflightRequestBody? Preflight { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? User { get; init; }
}
