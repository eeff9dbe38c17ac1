using Schematic.Contracts.Features;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Features;

/// <summary>The address of the list of features.</summary>
internal sealed record FeaturesListQuery : ListQuery, IUrlQuery<FeaturesListQuery>
{
    private const int LongestSearch = 512;

    /// <summary>Part of a name or id.</summary>
    public string Search { get; init; } = "";

    /// <summary>Null for features of every type.</summary>
    public FeatureType? Type { get; init; }

    public override bool IsFiltered => Search.Length > 0 || Type is not null;

    public static FeaturesListQuery FromUri(UrlReader url) =>
        ReadPage(
            new FeaturesListQuery
            {
                Search = url.Text("q") is { Length: <= LongestSearch } search ? search : "",
                Type = url.Enum<FeatureType>("type"),
            },
            url
        );

    public FeaturesQuery ToContract() =>
        new()
        {
            Q = Search.Length == 0 ? null : Search,
            FeatureType = Type is { } type ? [type] : null,
            Limit = Size,
            Offset = Offset,
        };

    /// <summary>The first page of what matches.</summary>
    public FeaturesListQuery SearchedFor(string search) => this with { Search = search, Page = 1 };

    /// <summary>The first page of one type; null for all.</summary>
    public FeaturesListQuery OfType(FeatureType? type) => this with { Type = type, Page = 1 };

    protected override void WriteFilters(UrlWriter url) => url.Add("q", Search).Add("type", Type);
}
