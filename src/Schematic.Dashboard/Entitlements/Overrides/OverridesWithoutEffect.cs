using Schematic.Contracts.Entitlements;
using Schematic.Gateway.Entitlements;

namespace Schematic.Dashboard.Entitlements.Overrides;

/// <summary>
/// Overrides that change nothing, because a plan or add-on of their company is at least as generous. No query can find
/// them: which of two is more generous depends on periods, traits and credits of each company. So the newest ones are
/// compared, one company after another.
/// </summary>
/// <param name="Rows">Those found among the compared ones, newest first.</param>
/// <param name="Standings">What the companies of <paramref name="Rows"/> have otherwise, by the override's id.</param>
/// <param name="Compared">Number of overrides that were compared.</param>
/// <param name="Total">Number of overrides that the filters leave.</param>
internal sealed record OverridesWithoutEffect(
    IReadOnlyList<CompanyOverrideResponseData> Rows,
    IReadOnlyDictionary<string, IReadOnlyList<FeatureGrant>> Standings,
    long Compared,
    long Total
)
{
    /// <summary>As many as one page of the API has; each company among them is one more request.</summary>
    public const int MaxCompared = Contracts.Wire.Page.MaxLimit;

    public static async Task<OverridesWithoutEffect> FindAsync(
        IEntitlementsGateway entitlements,
        CompanyOverridesQuery query,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var newest = query with { Limit = MaxCompared, Offset = null };
        var counting = entitlements.CountOverridesAsync(query with { Limit = null, Offset = null }, cancellationToken);
        var active = (await entitlements.ListOverridesAsync(newest, cancellationToken)).Data;
        var standings = await OverrideStandings.ListAsync(entitlements, active, time, cancellationToken);
        return new(
            [.. active.Where(own => standings.TryGetValue(own.Id, out var others) && HasNoEffect(own, others, time))],
            standings,
            active.Count,
            (await counting).Data.Count
        );
    }

    /// <param name="others">What the company has from its plan and add-ons.</param>
    public static bool HasNoEffect(
        CompanyOverrideResponseData own,
        IReadOnlyList<FeatureGrant> others,
        TimeProvider time
    ) => !(own.ExpirationDate <= time.GetUtcNow()) && others.Any(IsApplied);

    public static bool IsApplied(FeatureGrant grant) => grant.Outcome == GrantOutcome.Applied;
}
