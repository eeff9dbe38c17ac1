using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Companies;

/// <summary>The address of the checks of one company.</summary>
public sealed record CompanyChecksQuery : IUrlQuery<CompanyChecksQuery>
{
    /// <summary>The key of the flag that is tried; empty for none yet.</summary>
    public string Flag { get; init; } = "";

    public static CompanyChecksQuery FromUri(UrlReader url) => new() { Flag = url.Text("flag") };

    public string ToUri() => new UrlWriter().Add("flag", Flag).ToString();
}
