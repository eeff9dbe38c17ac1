using Schematic.Contracts.Users;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Entities.Keys;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Users;

/// <summary>The address of the list of users. The API lists them newest first and sorts by nothing else.</summary>
internal sealed record UsersListQuery : ListQuery, IUrlQuery<UsersListQuery>
{
    private const string Q = "q";
    private const string Company = "company";
    private const int LongestSearch = 512;

    /// <summary>Part of a name, a key value or a string trait.</summary>
    public string Search { get; init; } = "";

    /// <summary>Only users of this company; empty for all.</summary>
    public string CompanyId { get; init; } = "";

    public KeyLookup? Lookup { get; init; }

    public UserColumns Columns { get; init; } = UserColumns.Default;

    public override bool IsFiltered => Search.Length > 0 || CompanyId.Length > 0;

    /// <summary>What decides which rows there are: without what only decides how they are shown.</summary>
    public UsersListQuery Rows => this with { Lookup = null, Columns = UserColumns.Default };

    public static UsersListQuery FromUri(UrlReader url) =>
        ReadPage(
            new UsersListQuery
            {
                Search = url.Text(Q) is { Length: <= LongestSearch } search ? search : "",
                CompanyId = url.Text(Company),
                Lookup = KeyLookup.Read(url),
                Columns = UserColumns.Read(url),
            },
            url
        );

    public UsersQuery ToContract() =>
        new()
        {
            Q = Search.Length == 0 ? null : Search,
            CompanyId = CompanyId.Length == 0 ? null : CompanyId,
            Limit = Size,
            Offset = Offset,
        };

    /// <summary>The first page of what matches.</summary>
    public UsersListQuery SearchedFor(string search) => this with { Search = search, Page = 1 };

    /// <summary>The first page of one company's users, or of all where it is empty.</summary>
    public UsersListQuery OfCompany(string companyId) => this with { CompanyId = companyId, Page = 1 };

    protected override void WriteFilters(UrlWriter url)
    {
        url.Add(Q, Search).Add(Company, CompanyId);
        KeyLookup.Write(url, Lookup);
        Columns.Write(url);
    }
}
