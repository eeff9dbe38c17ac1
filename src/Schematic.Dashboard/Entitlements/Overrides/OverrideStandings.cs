using Schematic.Contracts.Entitlements;
using Schematic.Dashboard.Entities;
using Schematic.Gateway.Entitlements;

namespace Schematic.Dashboard.Entitlements.Overrides;

/// <summary>Entitlements that companies with overrides have from their plans and add-ons.</summary>
internal static class OverrideStandings
{
    /// <summary>Loads the other sources of each override by its id: one request for each company.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<FeatureGrant>>> ListAsync(
        IEntitlementsGateway entitlements,
        IReadOnlyList<CompanyOverrideResponseData> overrides,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var companies = overrides.GroupBy(static own => own.CompanyId).ToList();
        var found = await BoundedParallel.SelectAsync(
            companies,
            async (company, token) =>
            {
                var query = new FeatureUsageQuery
                {
                    CompanyId = company.Key,
                    FeatureIds = [.. company.Select(static own => own.FeatureId).Distinct().Take(100)],
                    IncludeCandidates = true,
                    Limit = Contracts.Wire.Page.MaxLimit,
                };
                var usage = (await entitlements.ListFeatureUsageAsync(query, token)).Data;
                return CompanyFeatures.Create(usage, [.. company], time.GetUtcNow());
            },
            cancellationToken
        );
        return found
            .SelectMany(static features => features)
            .Where(static feature => feature.Override is not null)
            .ToDictionary(
                static feature => feature.Override!.Id,
                static feature =>
                    (IReadOnlyList<FeatureGrant>)
                        [.. feature.Grants.Where(static grant => grant.Source != GrantSource.Override)],
                StringComparer.Ordinal
            );
    }
}
