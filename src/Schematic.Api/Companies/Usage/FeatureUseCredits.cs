using Microsoft.EntityFrameworkCore;
using Schematic.Api.Credits;
using Schematic.Api.Credits.Accounts;
using Schematic.Api.Persistence;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Wire;
using Schematic.Rules.Facts;

namespace Schematic.Api.Companies.Usage;

/// <summary>
/// The grants that uses of features draw from, those that count into the total: two statements where any use draws
/// credits, however many.
/// </summary>
internal sealed class FeatureUseCredits
{
    private const int MostDetails = 1_000;

    private readonly Dictionary<string, CreditTypeRow> _types;
    private readonly ILookup<(long CompanySeq, int CreditTypeSeq), CreditGrantRow> _grants;

    private FeatureUseCredits(IEnumerable<CreditTypeRow> types, IEnumerable<CreditGrantRow> grants)
    {
        _types = types.ToDictionary(static row => row.Id);
        _grants = grants.ToLookup(static row => (row.CompanySeq, row.CreditTypeSeq));
    }

    public static async Task<FeatureUseCredits> ReadAsync(
        SchematicDb db,
        IReadOnlyList<FeatureUse> page,
        CancellationToken cancellationToken
    )
    {
        var drawing = page.Where(static use => use.Granted.Terms.CreditId is not null).ToList();
        if (drawing.Count == 0)
            return new FeatureUseCredits([], []);
        var ids = drawing.Select(static use => use.Granted.Terms.CreditId!).Distinct().ToArray();
        var types = await db
            .CreditTypes.AsNoTracking()
            .Where(row => EF.Parameter(ids).Contains(row.Id))
            .ToListAsync(cancellationToken);
        var companies = drawing.Select(static use => use.Company.Company.Seq).Distinct().ToArray();
        var credits = types.Select(static row => row.Seq).ToArray();
        var now = drawing[0].Company.Now;
        var grants = await db
            .CreditGrants.AsNoTracking()
            .Where(row =>
                EF.Parameter(companies).Contains(row.CompanySeq)
                && EF.Parameter(credits).Contains(row.CreditTypeSeq)
                && row.IsOpen
                && (row.RemainingMicroCredits > 0 || row.HeldMicroCredits > 0)
                && (row.ExpiresAt == null || row.ExpiresAt > now)
            )
            .OrderBy(static row => row.Seq)
            .ToListAsync(cancellationToken);
        return new FeatureUseCredits(types, grants);
    }

    /// <summary>The same use, with its grants if it draws credits.</summary>
    public FeatureUsageResponseData Complete(FeatureUse use, FeatureUsageResponseData usage)
    {
        if (use.Granted.Terms.CreditId is not { } id || !_types.TryGetValue(id, out var type))
            return usage;
        var grants = _grants[(use.Company.Company.Seq, type.Seq)].ToList();
        return usage with
        {
            CreditTypeIcon = type.Icon,
            CreditGrantCounts = grants
                .GroupBy(static row => row.Reason)
                .ToDictionary(
                    static group => WireEnum<BillingCreditGrantReason>.ToWire(group.Key),
                    static group => MicroCredits.ToWire(group.Sum(static row => row.QuantityMicroCredits))
                ),
            CreditGrantDetails =
            [
                .. grants
                    .Take(MostDetails)
                    .Select(row => new Contracts.Credits.CreditGrantDetail
                    {
                        CreditTypeIcon = type.Icon,
                        ExpiresAt = row.ExpiresAt,
                        GrantReason = row.Reason,
                        Quantity = MicroCredits.ToWire(row.QuantityMicroCredits),
                    }),
            ],
        };
    }

    /// <summary>The credits behind a use; null if it draws none.</summary>
    /// <param name="usage">Completed.</param>
    public CreditUsage? ToContract(FeatureUse use, FeatureUsageResponseData usage) =>
        use.Granted.Terms.CreditId is { } id && _types.TryGetValue(id, out var type)
            ? new CreditUsage
            {
                CreditConsumptionRate = usage.CreditConsumptionRate,
                CreditGrantCounts = usage.CreditGrantCounts,
                CreditGrantDetails = usage.CreditGrantDetails,
                CreditRemaining = usage.CreditRemaining,
                CreditTotal = usage.CreditTotal,
                CreditTypeIcon = type.Icon,
                CreditTypeName = type.Name,
                CreditUsed = usage.CreditUsed,
            }
            : null;
}
