using Schematic.Contracts.Companies;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Entities.Keys;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Companies;

/// <summary>The address of the list of companies.</summary>
internal sealed record CompaniesListQuery : ListQuery, IUrlQuery<CompaniesListQuery>
{
    public const string Name = "name";
    public const string LastSeenAt = "last_seen_at";
    public const string CreatedAt = "created_at";
    public const string UpdatedAt = "updated_at";

    private const int LongestSearch = 512;

    /// <summary>Part of a name, a key value or a string trait.</summary>
    public string Search { get; init; } = "";

    public KeyLookup? Lookup { get; init; }

    public CompanyColumns Columns { get; init; } = CompanyColumns.Default;

    public override bool IsFiltered => Search.Length > 0;

    /// <summary>What decides which rows there are: without what only decides how they are shown.</summary>
    public CompaniesListQuery Rows => this with { Lookup = null, Columns = CompanyColumns.Default };

    public static CompaniesListQuery FromUri(UrlReader url) =>
        ReadPage(
            new CompaniesListQuery
            {
                Search = url.Text("q") is { Length: <= LongestSearch } search ? search : "",
                Lookup = KeyLookup.Read(url),
                Columns = CompanyColumns.Read(url),
            },
            url,
            Name,
            LastSeenAt,
            CreatedAt,
            UpdatedAt
        );

    public CompaniesQuery ToContract() =>
        new()
        {
            Q = Search.Length == 0 ? null : Search,
            Limit = Size,
            Offset = Offset,
            SortOrderColumn = Sort,
            SortOrderDirection = Direction,
        };

    /// <summary>The first page of what matches.</summary>
    public CompaniesListQuery SearchedFor(string search) => this with { Search = search, Page = 1 };

    protected override void WriteFilters(UrlWriter url)
    {
        url.Add("q", Search);
        KeyLookup.Write(url, Lookup);
        Columns.Write(url);
    }
}
