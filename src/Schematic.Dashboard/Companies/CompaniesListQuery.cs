using Schematic.Contracts.Companies;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Companies;

/// <summary>The address of the list of companies. Searches names, key values and text traits.</summary>
public sealed record CompaniesListQuery : ListQuery<CompaniesListQuery>
{
    /// <summary>The plan filter for companies that have none.</summary>
    public const string NoPlan = "none";

    private const string PlanName = "plan";
    private const string EntitledName = "entitled";
    private const string OverrideName = "override";

    public static ListColumn Name { get; } = new("Name") { Sort = "name" };

    public static ListColumn Keys { get; } = new("Keys") { Name = "keys" };

    public static ListColumn Plan { get; } = new("Plan") { Name = "plan" };

    public static ListColumn AddOns { get; } = new("Add-ons") { Name = "add_ons", IsShown = false };

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

    /// <summary>Only companies on this plan or add-on, or <see cref="NoPlan"/>; empty for all.</summary>
    public string PlanId { get; init; } = "";

    /// <summary>Only companies that a plan, an add-on or an override gives this feature; empty for all.</summary>
    public string EntitledTo { get; init; } = "";

    /// <summary>Only companies with an override for this feature, expired or not; empty for all.</summary>
    public string OverrideFor { get; init; } = "";

    public override IReadOnlyList<ListColumn> Columns =>
        [Name, Keys, Id, Plan, AddOns, Users, LastSeen, Created, Updated];

    public override bool IsFiltered =>
        base.IsFiltered || PlanId.Length > 0 || EntitledTo.Length > 0 || OverrideFor.Length > 0;

    public CompaniesQuery ToContract() =>
        new()
        {
            Q = SearchOrNull,
            PlanId = PlanId is "" or NoPlan ? null : PlanId,
            WithoutPlan = PlanId == NoPlan ? true : null,
            WithEntitlementFor = EntitledTo.Length == 0 ? null : EntitledTo,
            WithFeatureOverrideFor = OverrideFor.Length == 0 ? null : OverrideFor,
            Limit = Size,
            Offset = Offset,
            SortOrderColumn = Sort,
            SortOrderDirection = Direction,
        };

    protected override CompaniesListQuery ReadFilters(UrlReader url) =>
        this with
        {
            PlanId = url.Text(PlanName),
            EntitledTo = url.Text(EntitledName),
            OverrideFor = url.Text(OverrideName),
        };

    protected override void WriteFilters(UrlWriter url) =>
        url.Add(PlanName, PlanId).Add(EntitledName, EntitledTo).Add(OverrideName, OverrideFor);
}
