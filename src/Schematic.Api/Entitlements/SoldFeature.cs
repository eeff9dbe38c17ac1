using Schematic.Contracts.Features;

namespace Schematic.Api.Entitlements;

/// <summary>A feature as entitlements need it, with its flag.</summary>
internal sealed record SoldFeature
{
    public required int Seq { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required FeatureType FeatureType { get; init; }

    /// <summary>The event that uses it; null if none does.</summary>
    public string? EventSubtype { get; init; }

    /// <summary>The trait that holds its usage; null unless the type is trait.</summary>
    public string? TraitId { get; init; }

    /// <summary>Null if it has no flag; then nothing checks it.</summary>
    public string? FlagId { get; init; }

    public string? FlagKey { get; init; }
}
