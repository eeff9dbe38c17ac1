namespace Schematic.Contracts.Entitlements;

/// <summary>Usage at which a warning is sent, as it is stored.</summary>
public sealed record WarningTierResponseData
{
    /// <summary>Id of the threshold.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the threshold, chosen by whoever set it.</summary>
    public required string Key { get; init; }

    /// <summary>Usage that triggers the warning, in units of the entitlement.</summary>
    public required long Value { get; init; }
}
