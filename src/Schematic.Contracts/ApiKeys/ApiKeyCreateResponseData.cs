using System.Text.Json.Serialization;
using Schematic.Contracts.Environments;

namespace Schematic.Contracts.ApiKeys;

public sealed record ApiKeyCreateResponseData
{
    public required DateTimeOffset CreatedAt { get; init; }

    public string? Description { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EnvironmentResponseData? Environment { get; init; }

    public string? EnvironmentId { get; init; }

    public required string Id { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ApiKeyIntegrationResponseData? Integration { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }

    public required string Name { get; init; }

    public long? RateLimitPercent { get; init; }

    public required bool Readonly { get; init; }

    public required IReadOnlyList<ApiKeyScope> Scopes { get; init; }

    public required string Secret { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
