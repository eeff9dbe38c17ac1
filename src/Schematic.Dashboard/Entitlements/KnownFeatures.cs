using Schematic.Contracts.Features;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Gateway.Features;

namespace Schematic.Dashboard.Entitlements;

/// <summary>The features of the account, to choose from.</summary>
internal static class KnownFeatures
{
    /// <summary>Loads all of them by name.</summary>
    public static async Task<IReadOnlyList<FeatureDetailResponseData>> AllAsync(
        IFeaturesGateway features,
        CancellationToken cancellationToken
    ) =>
        [
            .. (
                await AllRows.ListAsync<FeaturesQuery, FeatureDetailResponseData>(
                    features.ListAsync,
                    new(),
                    cancellationToken
                )
            ).OrderBy(static feature => feature.Name, StringComparer.OrdinalIgnoreCase),
        ];
}
