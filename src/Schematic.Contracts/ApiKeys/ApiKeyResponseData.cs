using System.Text.Json.Serialization;
using Schematic.Contracts.Environments;

namespace Schematic.Contracts.ApiKeys;

/// <summary>An API key, without its secret.</summary>
public sealed record ApiKeyResponseData
{
    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Free text about the use of the key; null if it has none.</summary>
    public string? Description { get; init; }

    /// <summary>The only environment that the key opens; left out for an account-wide key.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EnvironmentResponseData? Environment { get; init; }

    /// <summary>Id of that environment, <c>env_…</c>; null for an account-wide key.</summary>
    public string? EnvironmentId { get; init; }

    /// <summary>Id of the key, <c>api_…</c>; also the publishable key.</summary>
    public required string Id { get; init; }

    /// <summary>Integration for which the key was made; left out if there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ApiKeyIntegrationResponseData? Integration { get; init; }

    /// <summary>Time of the last use, in UTC, exact to about half a minute; null if never used.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Display name.</summary>
    public required string Name { get; init; }

    /// <summary>Percent of the rate limit that the key may use, 0 to 99; null gives it all.</summary>
    public long? RateLimitPercent { get; init; }

    /// <summary>True if the key may read and check flags, but write nothing.</summary>
    public required bool Readonly { get; init; }

    /// <summary>Kinds of operation that the key may call.</summary>
    public required IReadOnlyList<ApiKeyScope> Scopes { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
