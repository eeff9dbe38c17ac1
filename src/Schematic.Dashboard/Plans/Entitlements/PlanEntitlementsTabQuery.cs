using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Plans.Entitlements;

/// <summary>The address of what a plan gives.</summary>
public sealed record PlanEntitlementsTabQuery : IUrlQuery<PlanEntitlementsTabQuery>
{
    /// <summary>Id of the version to show; empty for the draft, or else the published one.</summary>
    public string VersionId { get; init; } = "";

    public static PlanEntitlementsTabQuery FromUri(UrlReader url) => new() { VersionId = url.Text("version") };

    public string ToUri() => new UrlWriter().Add("version", VersionId).ToString();
}
