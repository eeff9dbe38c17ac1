using System.Data.Common;
using Schematic.Api.Credits.Ledger;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Rules.Facts;

namespace Schematic.Api.Credits.Accounts;

/// <summary>The credits that a company holds, as long as that holds.</summary>
/// <param name="Figures">By id of the credit type; types that it never had any of are missing.</param>
/// <param name="ValidUntil">When something is due to them next; null if nothing is.</param>
internal sealed record HeldCredits(IReadOnlyDictionary<string, CreditFigures> Figures, DateTimeOffset? ValidUntil)
{
    public static readonly HeldCredits None = new(new Dictionary<string, CreditFigures>(), null);

    /// <summary>
    /// Reads those of companies, in one statement however many. What is due by now, and not stored yet, counts as if it
    /// were: its accounts are read whole, and nothing is written.
    /// </summary>
    /// <returns>By seq of the company; companies without credits are missing.</returns>
    public static async Task<IReadOnlyDictionary<long, HeldCredits>> ReadAsync(
        SchematicDb db,
        IReadOnlyCollection<long> companySeqs,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var stored = await db.QueryAsync(
            new SqlText(
                $"""
                SELECT b.seq, b.company_seq, b.credit_type_seq, b.remaining_micro_credits, b.reserved_micro_credits,
                    b.total_micro_credits, b.last_number, b.next_due_at, t.id
                FROM credit_balances b JOIN credit_types t ON t.seq = b.credit_type_seq
                WHERE b.environment_seq = {db.EnvironmentSeq}
                    AND b.company_seq {db.Dialect.Among(SqlArray.Of(companySeqs))} AND t.deleted_at IS NULL
                ORDER BY b.company_seq, b.credit_type_seq
                """
            ),
            row => (Balance: Balance(row, db), CreditId: row.GetString(8)),
            cancellationToken
        );
        var due = stored.Where(one => one.Balance.NextDueAt <= now).Select(static one => one.Balance).ToList();
        var accounts = (await CreditAccountReader.ReadAsync(db, due, cancellationToken)).ToDictionary(
            static one => one.Balance.Seq,
            static one => one.Account
        );
        foreach (var account in accounts.Values)
            account.CatchUp(now);
        return stored
            .GroupBy(static one => one.Balance.CompanySeq)
            .ToDictionary(
                static company => company.Key,
                company => new HeldCredits(
                    company.ToDictionary(
                        static one => one.CreditId,
                        one =>
                            accounts.TryGetValue(one.Balance.Seq, out var account)
                                ? account.ToFigures()
                                : one.Balance.ToFigures(),
                        StringComparer.Ordinal
                    ),
                    company.Min(one =>
                        accounts.TryGetValue(one.Balance.Seq, out var account)
                            ? account.NextDueAt
                            : one.Balance.NextDueAt
                    )
                )
            );
    }

    private static CreditBalanceRow Balance(DbDataReader row, SchematicDb db) =>
        new()
        {
            Seq = row.GetInt64(0),
            EnvironmentSeq = db.EnvironmentSeq,
            CompanySeq = row.GetInt64(1),
            CreditTypeSeq = row.GetInt32(2),
            RemainingMicroCredits = row.GetInt64(3),
            ReservedMicroCredits = row.GetInt64(4),
            TotalMicroCredits = row.GetInt64(5),
            LastNumber = row.GetInt64(6),
            NextDueAt = row.IsDBNull(7) ? null : db.Dialect.ReadTime(row, 7),
        };
}
