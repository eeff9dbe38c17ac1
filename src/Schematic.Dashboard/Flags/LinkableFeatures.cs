using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Gateway.Features;

namespace Schematic.Dashboard.Flags;

internal static class LinkableFeatures
{
    /// <summary>Features without a flag, or with this one, by name; none where they cannot be loaded.</summary>
    /// <param name="flagId">Null for a flag that is not there yet.</param>
    public static Task<IReadOnlyList<FeatureDetailResponseData>> ListAsync(
        IFeaturesGateway features,
        string? flagId,
        CancellationToken cancellationToken
    ) =>
        Suggestions.ListAsync<FeatureDetailResponseData>(
            async token =>
                [
                    .. (await features.ListAsync(new() { Limit = Page.MaxLimit }, token))
                        .Data.Where(feature => feature.Flags.Count == 0 || feature.Flags.Any(flag => flag.Id == flagId))
                        .OrderBy(static feature => feature.Name, StringComparer.OrdinalIgnoreCase),
                ],
            cancellationToken
        );
}
