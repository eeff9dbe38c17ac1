using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;

namespace Schematic.Api.Entitlements;

/// <summary>Plan, add-ons and overrides of a company, expired overrides too.</summary>
internal sealed record CompanyGrants(IReadOnlyList<CompanyPlanRow> Plans, IReadOnlyList<CompanyOverrideRow> Overrides)
{
    public static readonly CompanyGrants None = new([], []);

    /// <summary>Reads those of companies: two statements, however many.</summary>
    public static async Task<IReadOnlyDictionary<long, CompanyGrants>> ReadAsync(
        SchematicDb db,
        IReadOnlyCollection<long> companySeqs,
        CancellationToken cancellationToken
    )
    {
        var plans = (
            await db
                .CompanyPlans.AsNoTracking()
                .Where(row => EF.Parameter(companySeqs).Contains(row.CompanySeq))
                .OrderBy(row => row.PlanSeq)
                .ToListAsync(cancellationToken)
        ).ToLookup(static row => row.CompanySeq);
        var overrides = (
            await db
                .CompanyOverrides.AsNoTracking()
                .Where(row => EF.Parameter(companySeqs).Contains(row.CompanySeq))
                .OrderBy(row => row.Seq)
                .ToListAsync(cancellationToken)
        ).ToLookup(static row => row.CompanySeq);
        return companySeqs
            .Where(seq => plans.Contains(seq) || overrides.Contains(seq))
            .ToDictionary(static seq => seq, seq => new CompanyGrants([.. plans[seq]], [.. overrides[seq]]));
    }
}
