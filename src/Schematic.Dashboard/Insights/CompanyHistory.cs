using Schematic.Contracts.Insights;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Insights;

namespace Schematic.Dashboard.Insights;

/// <summary>A company's usage of a feature over time.</summary>
internal static class CompanyHistory
{
    /// <summary>
    /// Reads all pages of the usage in a period. A page may be longer than its limit; an empty one is the end.
    /// </summary>
    public static async Task<IReadOnlyList<FeatureUsageHistoryResponseData>> ListAsync(
        IInsightsGateway insights,
        string companyId,
        string featureId,
        UsagePeriod period,
        CancellationToken cancellationToken
    )
    {
        var query = new FeatureUsageHistoryQuery
        {
            CompanyIds = [companyId],
            FeatureIds = [featureId],
            StartTime = period.Start,
            EndTime = period.End,
            Granularity = period.Granularity,
            Limit = Page.MaxLimit,
        };
        var all = new List<FeatureUsageHistoryResponseData>();
        IReadOnlyList<FeatureUsageHistoryResponseData> page;
        for (long offset = 0; ; offset += Page.MaxLimit)
        {
            page = (
                await insights.ListFeatureUsageHistoryAsync(query with { Offset = offset }, cancellationToken)
            ).Data;
            if (page.Count == 0)
                return all;
            all.AddRange(page);
        }
    }
}
