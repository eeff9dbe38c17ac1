using Schematic.Contracts.Companies;
using Schematic.Dashboard.Entities.Keys;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Companies;

/// <summary>The address of the list of companies. Searches names, key values and text traits.</summary>
public sealed record CompaniesListQuery : ListQuery<CompaniesListQuery>
{
    public static ListColumn Name { get; } = new("Name") { Sort = "name" };

    public static ListColumn Keys { get; } = new("Keys") { Name = "keys" };

    public static ListColumn Id { get; } = new("Id") { Name = "id", IsShown = false };

    public static ListColumn Users { get; } = new("Users") { Name = "users" };

    public static ListColumn LastSeen { get; } = new("Last seen") { Name = "last_seen", Sort = "last_seen_at" };

    public static ListColumn Created { get; } = new("Created") { Name = "created", Sort = "created_at" };

    public static ListColumn Updated { get; } =
        new("Updated")
        {
            Name = "updated",
            Sort = "updated_at",
            IsShown = false,
        };

    public KeyLookup? Lookup { get; init; }

    public override IReadOnlyList<ListColumn> Columns => [Name, Keys, Id, Users, LastSeen, Created, Updated];

    public override CompaniesListQuery Rows => base.Rows with { Lookup = null };

    public CompaniesQuery ToContract() =>
        new()
        {
            Q = SearchOrNull,
            Limit = Size,
            Offset = Offset,
            SortOrderColumn = Sort,
            SortOrderDirection = Direction,
        };

    protected override CompaniesListQuery ReadFilters(UrlReader url) => this with { Lookup = KeyLookup.Read(url) };

    protected override void WriteFilters(UrlWriter url) => KeyLookup.Write(url, Lookup);
}
