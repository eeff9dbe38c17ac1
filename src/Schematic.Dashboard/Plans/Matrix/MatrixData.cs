using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Plans.Entitlements;
using Schematic.Gateway;

namespace Schematic.Dashboard.Plans.Matrix;

/// <summary>All features and plans of an environment, with what the edited version of each plan gives.</summary>
/// <param name="Features">By name.</param>
/// <param name="Plans">Plans first, then add-ons; oldest first, as they are offered.</param>
public sealed record MatrixData(
    IReadOnlyList<FeatureDetailResponseData> Features,
    IReadOnlyList<PlanDetailResponseData> Plans,
    IReadOnlyDictionary<CellKey, PlanEntitlementResponseData> Cells
)
{
    private const int MaxVersionsAtOnce = 100;

    /// <summary>Entitlement of a plan to a feature; null for nothing.</summary>
    public PlanEntitlementResponseData? At(CellKey key) => Cells.GetValueOrDefault(key);

    public static async Task<MatrixData> GetAsync(SchematicGateway api, CancellationToken cancellationToken)
    {
        var features = await EntitlementChoices.ListFeaturesAsync(api.Features, given: null, cancellationToken);
        var plans = await ListAllAsync(
            async (limit, offset) =>
                (await api.Plans.ListAsync(new PlansQuery { Limit = limit, Offset = offset }, cancellationToken)).Data
        );
        var cells = new Dictionary<CellKey, PlanEntitlementResponseData>();
        var versions = plans.Select(PlanVersions.Edited).OfType<PlanVersionResponseData>().Select(static one => one.Id);
        foreach (var some in versions.Chunk(MaxVersionsAtOnce))
        {
            var given = await ListAllAsync(
                async (limit, offset) =>
                    (
                        await api.Entitlements.ListPlanEntitlementsAsync(
                            new PlanEntitlementsQuery
                            {
                                PlanVersionIds = some,
                                Limit = limit,
                                Offset = offset,
                            },
                            cancellationToken
                        )
                    ).Data
            );
            foreach (var entitlement in given)
                cells[new(entitlement.FeatureId, entitlement.PlanId)] = entitlement;
        }

        return new(
            features,
            [.. plans.OrderByDescending(static plan => plan.PlanType).ThenBy(static plan => plan.CreatedAt)],
            cells
        );
    }

    private static async Task<IReadOnlyList<T>> ListAllAsync<T>(Func<int, int, Task<IReadOnlyList<T>>> list)
    {
        var all = new List<T>();
        IReadOnlyList<T> page;
        do
        {
            page = await list(Page.MaxLimit, all.Count);
            all.AddRange(page);
        } while (page.Count == Page.MaxLimit);

        return all;
    }
}

/// <summary>A cell of the matrix.</summary>
public readonly record struct CellKey(string FeatureId, string PlanId);
