using Schematic.Contracts.Users;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Users;

/// <summary>The address of the list of users: what is searched for, whose users, and a look-up by key beside it.</summary>
internal sealed record UsersListQuery : ListQuery, IUrlQuery<UsersListQuery>
{
    private const string Q = "q";
    private const string Company = "company";

    public string Search { get; init; } = "";

    /// <summary>Only users of this company; empty for all.</summary>
    public string CompanyId { get; init; } = "";

    /// <summary>Filters nothing: it opens the one that is found.</summary>
    public KeyLookup? Lookup { get; init; }

    public override bool IsFiltered => Search.Length > 0 || CompanyId.Length > 0;

    public static UsersListQuery FromUri(UrlReader url) => ReadPage(
        new UsersListQuery { Search = url.Text(Q), CompanyId = url.Text(Company), Lookup = KeyLookup.Read(url) },
        url);

    public UsersQuery ToContract() => new()
    {
        Q = Search.Length == 0 ? null : Search,
        CompanyId = CompanyId.Length == 0 ? null : CompanyId,
        Limit = Size,
        Offset = Offset,
    };

    protected override void WriteFilters(UrlWriter url)
    {
        url.Add(Q, Search).Add(Company, CompanyId);
        KeyLookup.Write(url, Lookup);
    }
}
