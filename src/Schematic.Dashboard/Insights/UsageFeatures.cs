using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;
using Schematic.Gateway.Features;

namespace Schematic.Dashboard.Insights;

/// <summary>The features whose usage is counted by an event.</summary>
internal static class UsageFeatures
{
    /// <summary>Lists all of them by name.</summary>
    public static async Task<IReadOnlyList<FeatureDetailResponseData>> ListAsync(
        IFeaturesGateway features,
        CancellationToken cancellationToken
    )
    {
        var all = new List<FeatureDetailResponseData>();
        IReadOnlyList<FeatureDetailResponseData> page;
        do
        {
            page = (
                await features.ListAsync(
                    new FeaturesQuery
                    {
                        FeatureType = [FeatureType.Event],
                        Limit = Page.MaxLimit,
                        Offset = all.Count,
                    },
                    cancellationToken
                )
            ).Data;
            all.AddRange(page);
        } while (page.Count == Page.MaxLimit);

        return
        [
            .. all.Where(static feature => feature.EventSubtype is { Length: > 0 })
                .OrderBy(static feature => feature.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }
}
