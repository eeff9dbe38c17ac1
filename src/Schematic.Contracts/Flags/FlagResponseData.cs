namespace Schematic.Contracts.Flags;

public sealed record FlagResponseData
{
    public required DateTimeOffset CreatedAt { get; init; }

    public required bool DefaultValue { get; init; }

    public required string Description { get; init; }

    public string? FeatureId { get; init; }

    public required FlagType FlagType { get; init; }

    public required string Id { get; init; }

    public required string Key { get; init; }

    public string? MaintainerAccountMemberId { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
