using Schematic.Contracts.Users;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Companies;

/// <summary>The address of the users of one company.</summary>
public sealed record CompanyUsersQuery : ListQuery, IUrlQuery<CompanyUsersQuery>
{
    private const int LongestSearch = 512;

    /// <summary>Part of a name, a key value or a string trait.</summary>
    public string Search { get; init; } = "";

    public override bool IsFiltered => Search.Length > 0;

    public static CompanyUsersQuery FromUri(UrlReader url) =>
        ReadPage(
            new CompanyUsersQuery { Search = url.Text("q") is { Length: <= LongestSearch } search ? search : "" },
            url
        );

    public UsersQuery ToContract(string companyId) =>
        new()
        {
            CompanyId = companyId,
            Q = Search.Length == 0 ? null : Search,
            Limit = Size,
            Offset = Offset,
        };

    public CompanyUsersQuery SearchedFor(string search) => this with { Search = search, Page = 1 };

    protected override void WriteFilters(UrlWriter url) => url.Add("q", Search);
}
