using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Credits.PlanGrants;

/// <summary>Credits that plans give to the companies that have them.</summary>
internal sealed class PlanCredits : IPlanBenefits
{
    public async Task<ILookup<int, BillingPlanCreditGrantResponseData>> IncludedAsync(
        SchematicDb db,
        IReadOnlyCollection<int> versionSeqs,
        CancellationToken cancellationToken
    )
    {
        var rows = db.PlanCreditGrants.Where(row => EF.Parameter(versionSeqs).Contains(row.PlanVersionSeq));
        var page = PlanGrantReader.Details(db, rows).OrderBy(static detail => detail.Row.Seq);
        return await PlanGrantReader.ReadByVersionAsync(db, page, cancellationToken);
    }

    public async Task FollowAsync(
        SchematicDb db,
        IReadOnlyCollection<long> companySeqs,
        IReadOnlyCollection<int> planSeqs,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (await db.PlanCreditGrants.AnyAsync(row => EF.Parameter(planSeqs).Contains(row.PlanSeq), cancellationToken))
            await PlanCreditChanges.ApplyAsync(db, companySeqs, now, cancellationToken);
    }
}
