namespace Schematic.Contracts.Entitlements;

public sealed record WarningTierResponseData
{
    public required string Id { get; init; }

    public required string Key { get; init; }

    public required long Value { get; init; }
}
