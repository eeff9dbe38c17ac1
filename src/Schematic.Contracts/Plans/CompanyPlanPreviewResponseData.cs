namespace Schematic.Contracts.Plans;

/// <summary>Use that a company may make of features now, and after a change. An addition of this server.</summary>
public sealed record CompanyPlanPreviewResponseData
{
    /// <summary>Every feature that counts before or after, by name.</summary>
    public required IReadOnlyList<PreviewedFeatureResponseData> Features { get; init; }
}
