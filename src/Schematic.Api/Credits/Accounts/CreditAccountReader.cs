using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Credits.Ledger;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Credits.Accounts;

/// <summary>
/// Reads accounts: a fixed number of statements, however many there are, and only what something can still become of.
/// </summary>
internal static class CreditAccountReader
{
    /// <summary>Accounts as they are stored; what is due by now has not happened to them yet.</summary>
    /// <param name="balances">Their balances, locked if they are to be written.</param>
    public static async Task<IReadOnlyList<StoredAccount>> ReadAsync(
        SchematicDb db,
        IReadOnlyList<CreditBalanceRow> balances,
        CancellationToken cancellationToken
    )
    {
        if (balances.Count == 0)
            return [];
        var companies = balances.Select(static row => row.CompanySeq).Distinct().ToArray();
        var types = balances.Select(static row => row.CreditTypeSeq).Distinct().ToArray();
        var strategies = await db
            .AllCreditTypes.Where(row => EF.Parameter(types).Contains(row.Seq))
            .ToDictionaryAsync(static row => row.Seq, static row => row.BurnStrategy, cancellationToken);
        var renewals = (
            await db
                .CreditRenewals.AsNoTracking()
                .Where(row =>
                    EF.Parameter(companies).Contains(row.CompanySeq) && EF.Parameter(types).Contains(row.CreditTypeSeq)
                )
                .ToListAsync(cancellationToken)
        ).ToLookup(static row => new AccountKey(row.CompanySeq, row.CreditTypeSeq));
        var leases = await db
            .CreditLeases.AsNoTracking()
            .Where(row =>
                EF.Parameter(companies).Contains(row.CompanySeq)
                && EF.Parameter(types).Contains(row.CreditTypeSeq)
                && row.ReleasedAt == null
            )
            .ToDictionaryAsync(static row => new AccountKey(row.CompanySeq, row.CreditTypeSeq), cancellationToken);
        var grants = (
            await db
                .CreditGrants.AsNoTracking()
                .Where(row =>
                    EF.Parameter(companies).Contains(row.CompanySeq)
                    && EF.Parameter(types).Contains(row.CreditTypeSeq)
                    && row.IsOpen
                )
                .ToListAsync(cancellationToken)
        ).ToLookup(static row => new AccountKey(row.CompanySeq, row.CreditTypeSeq));
        return
        [
            .. balances.Select(balance =>
            {
                var key = new AccountKey(balance.CompanySeq, balance.CreditTypeSeq);
                var account = new CreditAccount(strategies[balance.CreditTypeSeq]);
                var stored = new StoredAccount(key, balance, account);
                stored.Load(grants[key], renewals[key], leases.GetValueOrDefault(key));
                return stored;
            }),
        ];
    }

    /// <summary>Locks balances, in one order for everyone, so that writers wait for each other.</summary>
    public static Task<List<CreditBalanceRow>> LockAsync(
        SchematicDb db,
        IReadOnlyCollection<AccountKey> keys,
        CancellationToken cancellationToken
    )
    {
        var rows = new SqlRows("company_seq", "credit_type_seq");
        foreach (var key in keys.Order())
            rows.Add(key.CompanySeq, key.CreditTypeSeq);
        return db.QueryAsync(
            new SqlText(
                $"""
                SELECT b.seq, b.company_seq, b.credit_type_seq, b.remaining_micro_credits, b.reserved_micro_credits,
                    b.total_micro_credits, b.last_number
                FROM credit_balances b JOIN {db.Dialect.Table(rows)}
                    ON b.company_seq = u.company_seq AND b.credit_type_seq = u.credit_type_seq
                WHERE b.environment_seq = {db.EnvironmentSeq}
                ORDER BY b.company_seq, b.credit_type_seq{new SqlLiteral(OfBalances(db.Dialect.ForUpdate))}
                """
            ),
            row => Balance(row, db.EnvironmentSeq),
            cancellationToken
        );
    }

    // The rows of the request cannot be locked, and need not be.
    private static string OfBalances(string forUpdate) => forUpdate.Length == 0 ? "" : $"{forUpdate} OF b";

    private static CreditBalanceRow Balance(DbDataReader row, int environmentSeq) =>
        new()
        {
            Seq = row.GetInt64(0),
            EnvironmentSeq = environmentSeq,
            CompanySeq = row.GetInt64(1),
            CreditTypeSeq = row.GetInt32(2),
            RemainingMicroCredits = row.GetInt64(3),
            ReservedMicroCredits = row.GetInt64(4),
            TotalMicroCredits = row.GetInt64(5),
            LastNumber = row.GetInt64(6),
        };
}
