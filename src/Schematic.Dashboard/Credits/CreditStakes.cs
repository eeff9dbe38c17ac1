using Schematic.Gateway;

namespace Schematic.Dashboard.Credits;

/// <summary>Numbers of things that depend on a credit type, to be said before it is deleted.</summary>
/// <param name="Bundles">Bundles that it is sold in.</param>
/// <param name="PlanGrants">Grants of it in plans.</param>
/// <param name="Holders">Companies that have some of it left.</param>
internal sealed record CreditStakes(long Bundles, long PlanGrants, long Holders)
{
    public static async Task<CreditStakes> GetAsync(
        SchematicGateway api,
        string creditId,
        CancellationToken cancellationToken
    )
    {
        var bundles = api.Credits.CountBundlesAsync(new() { CreditId = creditId }, cancellationToken);
        var planGrants = api.PlanCreditGrants.CountAsync(new() { CreditId = creditId }, cancellationToken);
        var holders = api.CompanyCredits.CountHoldersAsync(new() { CreditId = creditId }, cancellationToken);
        await Task.WhenAll(bundles, planGrants, holders);
        return new((await bundles).Data.Count, (await planGrants).Data.Count, (await holders).Data.Count);
    }
}
