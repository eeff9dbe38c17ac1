namespace Schematic.Contracts.Entitlements;

/// <summary>A reason why an entitlement was not copied.</summary>
public sealed record SkippedEntitlementErrorResponseData
{
    /// <summary>One sentence, meant for people.</summary>
    public required string Message { get; init; }
}
