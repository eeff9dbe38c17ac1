namespace Schematic.Contracts.Entitlements;

public sealed record WarningTier
{
    public required string Key { get; init; }

    public required long Value { get; init; }
}
