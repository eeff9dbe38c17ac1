using Schematic.Contracts.Credits;

namespace Schematic.Api.Credits.SelfCheck;

/// <summary>
/// All that is stored of one account as of one moment, and the sums of its ledger, in micro-credits. Sums are decimal:
/// what is wrong may be more than an integer holds.
/// </summary>
internal sealed class AccountFigures
{
    public required long BalanceSeq { get; init; }

    public required long CompanySeq { get; init; }

    public required int CreditTypeSeq { get; init; }

    public required decimal Remaining { get; init; }

    public required decimal Reserved { get; init; }

    public required decimal Total { get; init; }

    /// <summary>Stored grants by their number.</summary>
    public Dictionary<long, GrantFigures> Grants { get; } = [];

    /// <summary>Sums of the ledger by the number of the grant.</summary>
    public Dictionary<long, LedgerFigures> Ledger { get; } = [];

    /// <summary>Null if no lease is open.</summary>
    public LeaseFigures? Lease { get; set; }

    /// <summary>Balance in the last row of the ledger; null if there are no rows.</summary>
    public decimal? SettledAfter { get; set; }

    /// <summary>Everything that is not what the rest says it should be; empty for an account that is right.</summary>
    public IEnumerable<FoundDifference> Differences() =>
        DifferencesOfGrants()
            .Concat(DifferencesOfBalance())
            .Where(static one => one.Expected != one.Found || one.Found < 0);

    private IEnumerable<FoundDifference> DifferencesOfGrants()
    {
        foreach (var number in Grants.Keys.Union(Ledger.Keys).Order())
        {
            var (stored, told) = (Grants.GetValueOrDefault(number), Ledger.GetValueOrDefault(number));
            yield return new(CreditDifferenceKind.GrantRemaining, number, told.Remaining, stored.Remaining);
            yield return new(CreditDifferenceKind.GrantHeld, number, told.Held, stored.Held);
            yield return new(CreditDifferenceKind.GrantQuantity, number, told.Granted, stored.Quantity);
            yield return new(CreditDifferenceKind.GrantRemoved, number, told.Removed, stored.Removed);
            yield return new(CreditDifferenceKind.GrantUsed, number, told.Used, stored.Used);
        }
    }

    private IEnumerable<FoundDifference> DifferencesOfBalance()
    {
        var grants = Grants.Values;
        yield return new(
            CreditDifferenceKind.BalanceRemaining,
            null,
            grants.Sum(static one => one.Remaining),
            Remaining
        );
        yield return new(CreditDifferenceKind.BalanceHeld, null, grants.Sum(static one => one.Held), Reserved);
        yield return new(
            CreditDifferenceKind.BalanceTotal,
            null,
            grants.Where(static one => one.Remaining > 0 || one.Held > 0).Sum(static one => one.Quantity),
            Total
        );
        yield return new(
            CreditDifferenceKind.RunningBalance,
            null,
            Ledger.Values.Sum(static one => one.Remaining + one.Held),
            SettledAfter ?? 0
        );
        // A lease that was overdrawn and then extended holds more than it has not spent, but never more than it was
        // granted. What exactly, the ledger says.
        var (least, most) = Lease is { } lease ? (Math.Max(0, lease.Granted - lease.Committed), lease.Granted) : (0, 0);
        yield return new(CreditDifferenceKind.LeaseHeld, null, Math.Clamp(Reserved, least, most), Reserved);
    }
}

/// <summary>Figures stored with a grant.</summary>
internal readonly record struct GrantFigures(decimal Quantity, decimal Remaining, decimal Held, decimal Removed)
{
    public decimal Used => Quantity - Remaining - Held - Removed;
}

/// <summary>Sums of the ledger for a grant.</summary>
/// <param name="Granted">With what was refunded into it.</param>
/// <param name="Used">Without what was refunded.</param>
/// <param name="Removed">Zeroed out, or moved to another grant.</param>
internal readonly record struct LedgerFigures(
    decimal Remaining,
    decimal Held,
    decimal Granted,
    decimal Used,
    decimal Removed
);

internal readonly record struct LeaseFigures(decimal Granted, decimal Committed);

/// <param name="GrantNumber">Null unless the number is that of a grant.</param>
internal readonly record struct FoundDifference(
    CreditDifferenceKind Kind,
    long? GrantNumber,
    decimal Expected,
    decimal Found
);
