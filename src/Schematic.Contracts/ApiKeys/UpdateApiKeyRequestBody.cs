using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.ApiKeys;

public sealed record UpdateApiKeyRequestBody
{
    [StringLength(256)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Description { get; init; }

    [StringLength(256, MinimumLength = 1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>Percent of the core rate limit this key may use, 0 to 99; null gives it the whole.</summary>
    [Range(0, 99)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<long?> RateLimitPercent { get; init; }
}
