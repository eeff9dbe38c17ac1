using Schematic.Contracts.Features;

namespace Schematic.Api.Entitlements;

/// <summary>A feature as entitlements need it, with its flag.</summary>
/// <param name="EventSubtype">The event that uses it; null if none does.</param>
/// <param name="TraitId">The trait that holds its usage; null unless the type is trait.</param>
/// <param name="FlagId">Null if it has no flag; then nothing checks it.</param>
internal sealed record SoldFeature(
    int Seq,
    string Id,
    string Name,
    FeatureType FeatureType,
    string? EventSubtype,
    string? TraitId,
    string? FlagId,
    string? FlagKey
);
