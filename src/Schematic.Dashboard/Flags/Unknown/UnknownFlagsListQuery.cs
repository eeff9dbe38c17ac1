using Schematic.Contracts.Flags;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Flags.Unknown;

/// <summary>The address of the list of flags that are asked for and do not exist.</summary>
internal sealed record UnknownFlagsListQuery : ListQuery, IUrlQuery<UnknownFlagsListQuery>
{
    private const int LongestSearch = 512;

    /// <summary>Part of the key.</summary>
    public string Search { get; init; } = "";

    public override bool IsFiltered => Search.Length > 0;

    public static UnknownFlagsListQuery FromUri(UrlReader url) =>
        ReadPage(
            new UnknownFlagsListQuery { Search = url.Text("q") is { Length: <= LongestSearch } search ? search : "" },
            url
        );

    public UnknownFlagsQuery ToContract() =>
        new()
        {
            Q = Search.Length == 0 ? null : Search,
            Limit = Size,
            Offset = Offset,
        };

    public UnknownFlagsListQuery SearchedFor(string search) => this with { Search = search, Page = 1 };

    protected override void WriteFilters(UrlWriter url) => url.Add("q", Search);
}
