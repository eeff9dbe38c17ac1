namespace Schematic.Contracts.Entitlements;

/// <summary>An entitlement that was not copied.</summary>
public sealed record SkippedEntitlementResponseData
{
    /// <summary>Id of the entitlement in the source plan, <c>pltl_…</c>.</summary>
    public required string EntitlementId { get; init; }

    /// <summary>Reasons why it was not copied.</summary>
    public required IReadOnlyList<SkippedEntitlementErrorResponseData> Errors { get; init; }

    /// <summary>Id of its feature, <c>feat_…</c>.</summary>
    public required string FeatureId { get; init; }

    /// <summary>Display name of its feature.</summary>
    public required string FeatureName { get; init; }
}
