using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.ApiKeys;

/// <summary>Changes of an API key; a member that is left out stays.</summary>
public sealed record UpdateApiKeyRequestBody
{
    /// <summary>Free text about the use of the key, at most 256 characters; null removes it.</summary>
    [StringLength(256)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Description { get; init; }

    /// <summary>New name, 1 to 256 characters; left out, it stays.</summary>
    [StringLength(256, MinimumLength = 1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>Percent of the rate limit that the key may use, 0 to 99; null gives it all.</summary>
    [Range(0, 99)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<long?> RateLimitPercent { get; init; }
}
