using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence;

namespace Schematic.Api.Credits.PlanGrants;

/// <summary>
/// Writes the deprecated <c>can_buy_bundles</c> of a plan's grant through to the plans that bundles of its credit name.
/// </summary>
internal static class BundlePlans
{
    /// <param name="canBuy">
    /// True adds the plan to every bundle that names plans; false removes it where others remain, as a bundle without
    /// plans is sold to all. Null changes nothing.
    /// </param>
    public static async Task WriteAsync(
        SchematicDb db,
        int creditTypeSeq,
        string planId,
        bool? canBuy,
        CancellationToken cancellationToken
    )
    {
        if (canBuy is null)
            return;
        var bundles = await db
            .CreditBundles.Where(row => row.CreditTypeSeq == creditTypeSeq)
            .OrderBy(static row => row.Seq)
            .ToListAsync(cancellationToken);
        foreach (var bundle in bundles)
        {
            var plans = JsonSerializer.Deserialize<IReadOnlyList<string>>(bundle.CompatiblePlanIds)!;
            if (plans.Count == 0 || plans.Contains(planId) == canBuy || (canBuy == false && plans.Count == 1))
                continue;
            bundle.CompatiblePlanIds = JsonSerializer.Serialize(
                canBuy == true ? plans.Append(planId) : plans.Where(id => id != planId)
            );
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
