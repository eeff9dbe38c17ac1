using Schematic.Contracts.Companies;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Users;

/// <summary>The address of the companies of a user: what is searched for, and the page.</summary>
public sealed record UserCompaniesQuery : ListQuery, IUrlQuery<UserCompaniesQuery>
{
    /// <summary>Part of a company's name or id.</summary>
    public string Search { get; init; } = "";

    public override bool IsFiltered => Search.Length > 0;

    public static UserCompaniesQuery FromUri(UrlReader url) =>
        ReadPage(new UserCompaniesQuery { Search = url.Text("q") }, url);

    /// <summary>The first page of what matches.</summary>
    public UserCompaniesQuery SearchedFor(string search) => this with { Search = search, Page = 1 };

    public bool Matches(CompanyMembershipDetailResponseData membership) =>
        membership.CompanyId == Search || NameOf(membership).Contains(Search, StringComparison.OrdinalIgnoreCase);

    /// <summary>The id stands in for the name of a company that the API left out.</summary>
    public static string NameOf(CompanyMembershipDetailResponseData membership) =>
        membership.Company?.Name ?? membership.CompanyId;

    protected override void WriteFilters(UrlWriter url) => url.Add("q", Search);
}
