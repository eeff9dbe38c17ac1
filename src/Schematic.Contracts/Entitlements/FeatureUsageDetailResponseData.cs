namespace Schematic.Contracts.Entitlements;

/// <summary>The features that a company may use, with their usage.</summary>
public sealed record FeatureUsageDetailResponseData
{
    /// <summary>The features, at most 1,000.</summary>
    public required IReadOnlyList<FeatureUsageResponseData> Features { get; init; }
}
