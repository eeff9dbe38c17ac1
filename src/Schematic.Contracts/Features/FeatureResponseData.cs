namespace Schematic.Contracts.Features;

public sealed record FeatureResponseData
{
    public required DateTimeOffset CreatedAt { get; init; }

    public required string Description { get; init; }

    public string? EventSubtype { get; init; }

    public required FeatureType FeatureType { get; init; }

    public required string Icon { get; init; }

    public required string Id { get; init; }

    public string? LicenseId { get; init; }

    public FeatureLifecyclePhase? LifecyclePhase { get; init; }

    public string? MaintainerAccountMemberId { get; init; }

    public required string Name { get; init; }

    public string? PluralName { get; init; }

    public string? SingularName { get; init; }

    public string? TraitId { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public string? UsageLimitTraitId { get; init; }
}
