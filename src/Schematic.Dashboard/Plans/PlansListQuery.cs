using Schematic.Contracts.Plans;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Plans;

/// <summary>The address of the list of plans, or of add-ons. Searches names, descriptions and ids.</summary>
public sealed record PlansListQuery : ListQuery<PlansListQuery>
{
    /// <summary>The feature that the plans lack; empty for all plans.</summary>
    public string WithoutFeatureId { get; init; } = "";

    public override bool IsFiltered => base.IsFiltered || WithoutFeatureId.Length > 0;

    public PlansQuery ToContract(PlanType type) =>
        new()
        {
            PlanType = type,
            Q = SearchOrNull,
            WithoutEntitlementFor = WithoutFeatureId.Length == 0 ? null : WithoutFeatureId,
            Limit = Size,
            Offset = Offset,
        };

    /// <summary>The first page of those that lack a feature; empty for all.</summary>
    public PlansListQuery Lacking(string featureId) => this with { WithoutFeatureId = featureId, Page = 1 };

    protected override PlansListQuery ReadFilters(UrlReader url) =>
        this with
        {
            WithoutFeatureId = url.Text("without"),
        };

    protected override void WriteFilters(UrlWriter url) => url.Add("without", WithoutFeatureId);
}
