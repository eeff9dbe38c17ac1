using System.Data.Common;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Credits;
using Schematic.Rules.Facts;

namespace Schematic.Api.Credits.SelfCheck;

/// <summary>
/// Reads accounts with the sums of their ledgers in one statement, which sees all of it as of one moment on both
/// databases: nobody who writes has to wait, and nobody's half-done movement is taken for a difference.
/// </summary>
internal static class AccountFiguresReader
{
    /// <summary>Accounts of one credit type, in the order of their balances.</summary>
    /// <param name="after">The seq of the balance before the first.</param>
    public static async Task<IReadOnlyList<AccountFigures>> ReadAsync(
        SchematicDb db,
        int creditTypeSeq,
        long after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var accounts = new List<AccountFigures>();
        AccountFigures? account = null;
        await db.QueryAsync(
            Select(db.EnvironmentSeq, creditTypeSeq, after, limit),
            row =>
            {
                if (account?.BalanceSeq != row.GetInt64(0))
                    accounts.Add(account = Account(row, creditTypeSeq));
                else
                    Add(account, row);
                return 0;
            },
            cancellationToken
        );
        return accounts;
    }

    private static AccountFigures Account(DbDataReader row, int creditTypeSeq) =>
        new()
        {
            BalanceSeq = row.GetInt64(0),
            CompanySeq = row.GetInt64(2),
            CreditTypeSeq = creditTypeSeq,
            Remaining = row.GetInt64(3),
            Reserved = row.GetInt64(5),
            Total = row.GetInt64(7),
        };

    private static void Add(AccountFigures account, DbDataReader row)
    {
        switch (row.GetInt64(1))
        {
            case Grant:
                account.Grants[row.GetInt64(2)] = new(
                    row.GetInt64(3),
                    row.GetInt64(5),
                    row.GetInt64(7),
                    row.GetInt64(9)
                );
                break;
            // Usage that no grant covered moves nothing.
            case Ledger when !row.IsDBNull(2):
                account.Ledger[row.GetInt64(2)] = new(Sum(row, 3), Sum(row, 5), Sum(row, 7), Sum(row, 9), Sum(row, 11));
                break;
            case Lease:
                account.Lease = new(row.GetInt64(3), row.GetInt64(5));
                break;
            case Last:
                account.SettledAfter = row.GetInt64(3);
                break;
        }
    }

    private const int Balance = 0;
    private const int Grant = 1;
    private const int Ledger = 2;
    private const int Lease = 3;
    private const int Last = 4;

    private static decimal Sum(DbDataReader row, int column) =>
        ((decimal)row.GetInt64(column) * MicroCredits.One) + row.GetInt64(column + 1);

    // Rows of five kinds, told apart by the second column, with the balance first. The numbers of a row are the columns
    // from the fourth on, those that are sums as credits and the micro-credits beyond them: what was used over the
    // years may be more than an integer holds.
    private static SqlText Select(int environmentSeq, int creditTypeSeq, long after, int limit)
    {
        var ofHold = new SqlText(
            $"l.usage_reason IN ({(int)CreditUsageReason.LeaseHold}, {(int)CreditUsageReason.LeaseRelease})"
        );
        var use = new SqlText($"l.event_type = {(int)CreditEventType.Usage} AND NOT {ofHold}");
        var refund = new SqlText($"{use} AND l.amount_micro_credits < 0");
        var granted = new SqlText(
            $"""
            CASE WHEN l.event_type = {(int)CreditEventType.Grant} THEN l.amount_micro_credits
                WHEN {refund} THEN -l.amount_micro_credits ELSE 0 END
            """
        );
        var used = new SqlText(
            $"CASE WHEN {use} AND l.amount_micro_credits > 0 THEN l.amount_micro_credits ELSE 0 END"
        );
        var removed = new SqlText(
            $"""
            CASE WHEN l.event_type IN ({(int)CreditEventType.ZeroOut}, {(int)CreditEventType.Transfer})
                THEN l.amount_micro_credits ELSE 0 END
            """
        );
        return new SqlText(
            $"""
            WITH a AS MATERIALIZED (
                SELECT seq, company_seq, credit_type_seq, remaining_micro_credits AS remaining,
                    reserved_micro_credits AS reserved, total_micro_credits AS total
                FROM credit_balances
                WHERE environment_seq = {environmentSeq} AND credit_type_seq = {creditTypeSeq} AND seq > {after}
                ORDER BY seq LIMIT {limit}
            ), l AS MATERIALIZED (
                SELECT a.seq AS account, l.grant_number AS number, max(l.seq) AS last,
                    {Parts(new SqlText($"l.remaining_delta"), "1")}, {Parts(new SqlText($"l.held_delta"), "2")},
                    {Parts(granted, "3")}, {Parts(used, "4")}, {Parts(removed, "5")}
                FROM a JOIN credit_ledger l
                    ON l.company_seq = a.company_seq AND l.credit_type_seq = a.credit_type_seq
                GROUP BY a.seq, l.grant_number
            )
            SELECT seq AS account, {Balance} AS kind, company_seq AS number,
                remaining, 0, reserved, 0, total, 0, 0, 0, 0, 0
            FROM a
            UNION ALL
            SELECT a.seq, {Grant}, g.number, g.quantity_micro_credits, 0, g.remaining_micro_credits, 0,
                g.held_micro_credits, 0, g.removed_micro_credits, 0, 0, 0
            FROM a JOIN credit_grants g ON g.company_seq = a.company_seq AND g.credit_type_seq = a.credit_type_seq
            UNION ALL
            SELECT account, {Ledger}, number, c1, m1, c2, m2, c3, m3, c4, m4, c5, m5 FROM l
            UNION ALL
            SELECT a.seq, {Lease}, 0, s.granted_micro_credits, 0, s.committed_micro_credits, 0, 0, 0, 0, 0, 0, 0
            FROM a JOIN credit_leases s
                ON s.company_seq = a.company_seq AND s.credit_type_seq = a.credit_type_seq AND s.released_at IS NULL
            UNION ALL
            SELECT x.account, {Last}, 0, r.settled_after, 0, 0, 0, 0, 0, 0, 0, 0, 0
            FROM (SELECT account, max(last) AS last FROM l GROUP BY account) x JOIN credit_ledger r ON r.seq = x.last
            ORDER BY account, kind
            """
        );
    }

    private static SqlText Parts(SqlText amount, string number) =>
        new(
            $"""
            CAST(sum(({amount}) / {MicroCredits.One}) AS bigint) AS c{new SqlLiteral(number)},
            CAST(sum(({amount}) % {MicroCredits.One}) AS bigint) AS m{new SqlLiteral(number)}
            """
        );
}
