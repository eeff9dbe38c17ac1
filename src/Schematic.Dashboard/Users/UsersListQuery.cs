using Schematic.Contracts.Users;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Users;

/// <summary>
/// The address of the list of users. Searches names, key values and text traits. The API lists users newest first and
/// sorts by nothing else.
/// </summary>
public sealed record UsersListQuery : ListQuery<UsersListQuery>
{
    private const string Company = "company";

    public static ListColumn Keys { get; } = new("Keys") { Name = "keys" };

    public static ListColumn Id { get; } = new("Id") { Name = "id", IsShown = false };

    public static ListColumn Companies { get; } = new("Companies") { Name = "companies" };

    public static ListColumn LastSeen { get; } = new("Last seen") { Name = "last_seen" };

    public static ListColumn Created { get; } = new("Created") { Name = "created" };

    public static ListColumn Updated { get; } = new("Updated") { Name = "updated", IsShown = false };

    /// <summary>Only users of this company; empty for all.</summary>
    public string CompanyId { get; init; } = "";

    public override IReadOnlyList<ListColumn> Columns => [Keys, Id, Companies, LastSeen, Created, Updated];

    public override bool IsFiltered => base.IsFiltered || CompanyId.Length > 0;

    public UsersQuery ToContract() =>
        new()
        {
            Q = SearchOrNull,
            CompanyId = CompanyId.Length == 0 ? null : CompanyId,
            Limit = Size,
            Offset = Offset,
        };

    /// <summary>The first page of one company's users, or of all where it is empty.</summary>
    public UsersListQuery OfCompany(string companyId) => this with { CompanyId = companyId, Page = 1 };

    protected override UsersListQuery ReadFilters(UrlReader url) => this with { CompanyId = url.Text(Company) };

    protected override void WriteFilters(UrlWriter url) => url.Add(Company, CompanyId);
}
