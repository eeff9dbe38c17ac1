using Schematic.Contracts.Companies;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Gateway;

namespace Schematic.Dashboard.Plans.Entitlements;

/// <summary>Entitlements of one version of a plan, with the number of companies on it.</summary>
/// <param name="Entitlements">By feature name.</param>
/// <param name="Companies">Companies on this version; null if they could not be counted.</param>
internal sealed record PlanContent(IReadOnlyList<PlanEntitlementResponseData> Entitlements, long? Companies)
{
    public static async Task<PlanContent> GetAsync(
        SchematicGateway api,
        string planId,
        PlanVersionResponseData version,
        CancellationToken cancellationToken
    )
    {
        var counting = CountAsync(api, version, cancellationToken);
        var plan = (
            await api.Plans.GetAsync(planId, new PlanQuery { PlanVersionId = version.Id }, cancellationToken)
        ).Data;
        return new(
            [.. (plan.Entitlements ?? []).OrderBy(EntitlementTerms.Name, StringComparer.OrdinalIgnoreCase)],
            await counting
        );
    }

    // The sentence beside each value is better with the number, and true without it.
    private static async Task<long?> CountAsync(
        SchematicGateway api,
        PlanVersionResponseData version,
        CancellationToken cancellationToken
    )
    {
        if (version.Status == PlanVersionStatus.Draft)
            return 0;
        long? count = null;
        await Suggestions.TryLoadAsync(
            async token =>
                count = (await api.Companies.CountAsync(new CompaniesQuery { PlanVersionId = version.Id }, token))
                    .Data
                    .Count,
            cancellationToken
        );
        return count;
    }
}
