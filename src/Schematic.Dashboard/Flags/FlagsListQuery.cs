using Schematic.Contracts.Flags;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Flags;

/// <summary>The address of the list of flags.</summary>
internal sealed record FlagsListQuery : ListQuery, IUrlQuery<FlagsListQuery>
{
    private const int LongestSearch = 512;

    /// <summary>Part of a name, key or id.</summary>
    public string Search { get; init; } = "";

    /// <summary>The feature whose flag is looked for; empty for all.</summary>
    public string FeatureId { get; init; } = "";

    public FlagMode? Mode { get; init; }

    /// <summary>Only those that no application has asked for in <see cref="FlagsSource.StaleAfter"/>.</summary>
    public bool IsStale { get; init; }

    public override bool IsFiltered => Search.Length > 0 || FeatureId.Length > 0 || IsFilteredInMemory;

    /// <summary>True where rows are left out that the API would list.</summary>
    public bool IsFilteredInMemory => Mode is not null || IsStale;

    public static FlagsListQuery FromUri(UrlReader url) =>
        ReadPage(
            new FlagsListQuery
            {
                Search = url.Text("q") is { Length: <= LongestSearch } search ? search : "",
                FeatureId = url.Text("feature"),
                Mode = url.Enum<FlagMode>("mode"),
                IsStale = url.Flag("stale"),
            },
            url
        );

    public FlagsQuery ToContract() =>
        new()
        {
            Q = Search.Length == 0 ? null : Search,
            FeatureId = FeatureId.Length == 0 ? null : FeatureId,
            Limit = Size,
            Offset = Offset,
        };

    /// <summary>The first page of what matches.</summary>
    public FlagsListQuery SearchedFor(string search) => this with { Search = search, Page = 1 };

    protected override void WriteFilters(UrlWriter url) =>
        url.Add("q", Search).Add("feature", FeatureId).Add("mode", Mode).Add("stale", IsStale);
}
