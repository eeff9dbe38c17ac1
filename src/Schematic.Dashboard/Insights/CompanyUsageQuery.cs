using Schematic.Contracts.Insights;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Insights;

/// <summary>The address of a company's usage of a feature: chart, and users page by page.</summary>
public sealed record CompanyUsageQuery : UsageQuery<CompanyUsageQuery>
{
    /// <summary>Empty for the first of the features that count an event.</summary>
    public string FeatureId { get; init; } = "";

    /// <summary>The first page of another feature's usage.</summary>
    public CompanyUsageQuery Of(string featureId) => this with { FeatureId = featureId, Page = 1 };

    public UserUsageByCompanyQuery ToContract(string companyId, UsagePeriod period) =>
        new()
        {
            CompanyId = companyId,
            FeatureId = FeatureId,
            StartTime = period.Start,
            EndTime = period.End,
            Limit = Size,
            Offset = Offset,
        };

    protected override CompanyUsageQuery ReadFilters(UrlReader url) =>
        base.ReadFilters(url) with
        {
            FeatureId = url.Text("feature"),
        };

    protected override void WriteFilters(UrlWriter url)
    {
        url.Add("feature", FeatureId);
        base.WriteFilters(url);
    }
}
