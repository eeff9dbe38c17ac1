using Schematic.Contracts.Companies;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Plans;

/// <summary>The address of the companies on a plan. Searches names, key values and text traits.</summary>
public sealed record PlanCompaniesQuery : ListQuery<PlanCompaniesQuery>
{
    public static ListColumn Name { get; } = new("Name") { Sort = "name" };

    public static ListColumn LastSeen { get; } = new("Last seen") { Sort = "last_seen_at" };

    /// <summary>Id of the version that the companies are on; empty for any.</summary>
    public string VersionId { get; init; } = "";

    public override IReadOnlyList<ListColumn> Columns => [Name, LastSeen];

    public override bool IsFiltered => base.IsFiltered || VersionId.Length > 0;

    public CompaniesQuery ToContract(string planId) =>
        new()
        {
            PlanIds = [planId],
            PlanVersionId = VersionId.Length == 0 ? null : VersionId,
            Q = SearchOrNull,
            SortOrderColumn = Sort,
            SortOrderDirection = Direction,
            Limit = Size,
            Offset = Offset,
        };

    /// <summary>The first page of those on one version; empty for any.</summary>
    public PlanCompaniesQuery OnVersion(string versionId) => this with { VersionId = versionId, Page = 1 };

    protected override PlanCompaniesQuery ReadFilters(UrlReader url) => this with { VersionId = url.Text("version") };

    protected override void WriteFilters(UrlWriter url) => url.Add("version", VersionId);
}
