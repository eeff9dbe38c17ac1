using Schematic.Contracts.ApiKeys;

namespace Schematic.Contracts.Environments;

public sealed record EnvironmentDetailResponseData
{
    public required IReadOnlyList<ApiKeyResponseData> ApiKeys { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required EnvironmentType EnvironmentType { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
