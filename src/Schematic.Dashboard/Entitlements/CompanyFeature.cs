using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;

namespace Schematic.Dashboard.Entitlements;

/// <summary>A feature as one company has it: how much, from where, and how much of it is used.</summary>
internal sealed record CompanyFeature
{
    public required string FeatureId { get; init; }

    public required string Name { get; init; }

    public required FeatureType Type { get; init; }

    /// <summary>The value that counts with its usage; null if only expired overrides speak of the feature.</summary>
    public FeatureUsageResponseData? Usage { get; init; }

    /// <summary>All sources that speak of the feature, the one that counts first.</summary>
    public required IReadOnlyList<FeatureGrant> Grants { get; init; }

    /// <summary>The company's override, also one that does not count; null if it has none.</summary>
    public CompanyOverrideResponseData? Override { get; init; }

    /// <summary>The source that counts; null if none does.</summary>
    public FeatureGrant? Applied => Grants.FirstOrDefault(static grant => grant.Outcome == GrantOutcome.Applied);

    /// <summary>How much the company gets; null if nothing counts.</summary>
    public EntitlementValue? Value => Usage is { } usage ? EntitlementValue.From(usage) : null;

    /// <summary>True if usage has reached what the company may use, so that another use is denied.</summary>
    public bool IsAtLimit =>
        Usage
            is { Access: false, AllocationType: not EntitlementValueType.Boolean and not EntitlementValueType.Unknown };
}
