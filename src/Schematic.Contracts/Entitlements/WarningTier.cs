namespace Schematic.Contracts.Entitlements;

/// <summary>Usage at which a warning is sent.</summary>
public sealed record WarningTier
{
    /// <summary>Name of the threshold, chosen by whoever set it.</summary>
    public required string Key { get; init; }

    /// <summary>Usage that triggers the warning, in units of the entitlement.</summary>
    public required long Value { get; init; }
}
