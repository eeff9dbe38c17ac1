using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.ApiKeys;

public sealed record CreateApiKeyRequestBody
{
    [StringLength(256)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? EnvironmentId { get; init; }

    [StringLength(256, MinimumLength = 1)]
    public required string Name { get; init; }

    [Range(0, 99)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? RateLimitPercent { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Readonly { get; init; }

    /// <summary>An addition to the published API: what the key may do. Left out: everything, or only <c>read</c> for a read-only key.</summary>
    [MaxLength(50)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ApiKeyScope>? Scopes { get; init; }
}
