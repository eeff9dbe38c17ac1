using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence;
using Schematic.Contracts.Credits;
using Schematic.Rules.Facts;

namespace Schematic.Api.Credits.Accounts;

/// <summary>Sums of rows of the ledger by credit type.</summary>
internal static class CreditLedgerTotals
{
    /// <summary>Sums of the rows, by the name of the credit type.</summary>
    public static async Task<IReadOnlyList<CreditLedgerTotal>> ReadAsync(
        SchematicDb db,
        IQueryable<CreditLedgerRow> rows,
        CancellationToken cancellationToken
    )
    {
        // One company may hold nearly as much as the databases' integers can say: credits and the micro-credits beyond
        // them are summed apart.
        var parts = await rows.GroupBy(static row => new
            {
                row.CreditTypeSeq,
                row.EventType,
                row.UsageReason,
                IsCovered = row.GrantNumber != null,
            })
            .Select(static group => new Part(
                group.Key.CreditTypeSeq,
                group.Key.EventType,
                group.Key.UsageReason,
                group.Key.IsCovered,
                group.LongCount(),
                group.Sum(static row => row.AmountMicroCredits / MicroCredits.One),
                group.Sum(static row => row.AmountMicroCredits % MicroCredits.One),
                group.Sum(static row => (row.RemainingDelta + row.HeldDelta) / MicroCredits.One),
                group.Sum(static row => (row.RemainingDelta + row.HeldDelta) % MicroCredits.One)
            ))
            .ToListAsync(cancellationToken);
        var names = await CreditNames.ReadAsync(
            db,
            [],
            [.. parts.Select(static part => part.CreditTypeSeq)],
            cancellationToken
        );
        return
        [
            .. parts
                .GroupBy(part => names.Credits[part.CreditTypeSeq])
                .OrderBy(static group => group.Key.Name, StringComparer.Ordinal)
                .ThenBy(static group => group.Key.Seq)
                .Select(static group => ToContract(group.Key, [.. group])),
        ];
    }

    private static CreditLedgerTotal ToContract(CreditTypeRow credit, IReadOnlyList<Part> parts) =>
        new()
        {
            CreditId = credit.Id,
            CreditName = credit.Name,
            Rows = parts.Sum(static part => part.Rows),
            Granted = Amount(parts, static part => part.EventType == CreditEventType.Grant),
            Used = Amount(parts, static part => part.IsUse),
            Uncovered = Amount(parts, static part => part is { IsUse: true, IsCovered: false }),
            Held = Amount(parts, static part => part.UsageReason == CreditUsageReason.LeaseHold),
            Released = Amount(parts, static part => part.UsageReason == CreditUsageReason.LeaseRelease),
            ZeroedOut = Amount(parts, static part => part.EventType == CreditEventType.ZeroOut),
            Transferred = Amount(parts, static part => part.EventType == CreditEventType.Transfer),
            Net = ToWire(parts.Sum(static part => Sum(part.NetCredits, part.NetMicros))),
        };

    private static double Amount(IEnumerable<Part> parts, Func<Part, bool> matches) =>
        ToWire(parts.Where(matches).Sum(static part => Sum(part.Credits, part.Micros)));

    private static decimal Sum(long credits, long microCredits) => ((decimal)credits * MicroCredits.One) + microCredits;

    private static double ToWire(decimal microCredits) => (double)(microCredits / MicroCredits.One);

    /// <summary>Rows of one kind.</summary>
    private sealed record Part(
        int CreditTypeSeq,
        CreditEventType EventType,
        CreditUsageReason? UsageReason,
        bool IsCovered,
        long Rows,
        long Credits,
        long Micros,
        long NetCredits,
        long NetMicros
    )
    {
        public bool IsUse =>
            EventType == CreditEventType.Usage
            && UsageReason is not (CreditUsageReason.LeaseHold or CreditUsageReason.LeaseRelease);
    }
}
