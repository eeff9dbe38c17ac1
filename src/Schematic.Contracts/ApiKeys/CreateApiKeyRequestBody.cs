using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.ApiKeys;

/// <summary>An API key to create.</summary>
public sealed record CreateApiKeyRequestBody
{
    /// <summary>Free text about the use of the key, at most 256 characters; null for none.</summary>
    [StringLength(256)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    /// <summary>
    /// Id of the only environment to open, <c>env_…</c>; null is the caller's own environment, or makes an account-wide
    /// key if the caller is account-wide.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? EnvironmentId { get; init; }

    /// <summary>Display name, 1 to 256 characters.</summary>
    [StringLength(256, MinimumLength = 1)]
    public required string Name { get; init; }

    /// <summary>Percent of the rate limit that the key may use, 0 to 99; null gives it all.</summary>
    [Range(0, 99)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? RateLimitPercent { get; init; }

    /// <summary>True makes a key that may read and check flags, but write nothing; false if null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Readonly { get; init; }

    /// <summary>
    /// Kinds of operation that the key may call, at most 50; null allows all, or <c>read</c> for a read-only key. An
    /// addition to the published API.
    /// </summary>
    [MaxLength(50)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ApiKeyScope>? Scopes { get; init; }
}
