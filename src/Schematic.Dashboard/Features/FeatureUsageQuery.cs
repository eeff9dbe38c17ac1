using Schematic.Contracts.Insights;
using Schematic.Dashboard.Insights;

namespace Schematic.Dashboard.Features;

/// <summary>The address of a feature's usage: chart, and companies page by page.</summary>
public sealed record FeatureUsageQuery : UsageQuery<FeatureUsageQuery>
{
    public TopCompaniesQuery ToContract(string featureId, UsagePeriod period) =>
        new()
        {
            FeatureId = featureId,
            StartTime = period.Start,
            EndTime = period.End,
            Limit = Size,
            Offset = Offset,
        };
}
