using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Tests.Shared.Navigation;

/// <summary>A list with a filter, several values of another, and two columns to sort by.</summary>
internal sealed record SampleListQuery : ListQuery, IUrlQuery<SampleListQuery>
{
    public string Search { get; init; } = "";

    public string Plans { get; init; } = "";

    public override bool IsFiltered => Search.Length > 0 || Plans.Length > 0;

    public static SampleListQuery FromUri(UrlReader url) =>
        ReadPage(
            new SampleListQuery { Search = url.Text("q"), Plans = string.Join('\n', url.Texts("plan")) },
            url,
            "name",
            "created_at"
        );

    protected override void WriteFilters(UrlWriter url) =>
        url.Add("q", Search).Add("plan", Plans.Split('\n', StringSplitOptions.RemoveEmptyEntries));
}
