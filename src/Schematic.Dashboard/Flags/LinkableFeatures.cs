using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Gateway.Features;

namespace Schematic.Dashboard.Flags;

internal static class LinkableFeatures
{
    /// <summary>Features without a flag, or with this one, by name; none where they cannot be had, since the API checks the choice anyway.</summary>
    /// <param name="flagId">Null for a flag that is not there yet.</param>
    public static async Task<IReadOnlyList<FeatureDetailResponseData>> ListAsync(
        IFeaturesGateway features,
        string? flagId,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var all = (await features.ListAsync(new() { Limit = Page.MaxLimit }, cancellationToken)).Data;
            return
            [
                .. all.Where(feature => feature.Flags.Count == 0 || feature.Flags.Any(flag => flag.Id == flagId))
                    .OrderBy(static feature => feature.Name, StringComparer.OrdinalIgnoreCase),
            ];
        }
        catch (Exception failure)
            when (LoadFailure.Explains(failure, cancellationToken) || cancellationToken.IsCancellationRequested)
        {
            return [];
        }
    }
}
