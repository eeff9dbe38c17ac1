using System.Text.Json.Serialization;

namespace Schematic.Contracts.Flags;

/// <summary>Company and user for whom a flag is checked; both may be left out.</summary>
public sealed record CheckFlagRequestBody
{
    /// <summary>Keys that find the company, by name; left out to check without a company.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Company { get; init; }

    /// <summary>
    /// Usage to assume for this one check, which is recorded nowhere; left out for an ordinary check.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PreflightRequestBody? Preflight { get; init; }

    /// <summary>Keys that find the user, by name; left out to check without a user.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? User { get; init; }
}
