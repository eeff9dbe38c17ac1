using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Credits;

namespace Schematic.Benchmarks.Credits;

/// <summary>
/// Lengthens a ledger below the server: every company's one draw is repeated into the past as what a hold takes, and
/// what it returns, in turn: the balances stay true.
/// </summary>
internal sealed class LedgerSeeding(InProcessServer server)
{
    // Even, so that each batch ends with what is returned.
    private const int Step = 10;

    private readonly IDatabase _database = server.Services.GetRequiredService<IDatabase>();

    /// <summary>Adds <paramref name="repeats"/> rows to every company that has drawn credits.</summary>
    /// <param name="busiest">Number of the company that gets <paramref name="more"/> for each of them.</param>
    public async Task RepeatAsync(int repeats, long busiest, int more)
    {
        var indexes = await IndexesAsync();
        foreach (var (name, _) in indexes)
            await ExecuteAsync(new SqlText($"DROP INDEX {new SqlLiteral(name)}"));
        var last = await LastAsync();
        for (var from = 1; from <= repeats; from += Step)
        {
            var to = Math.Min(repeats, from + Step - 1);
            await ExecuteAsync(Repeat(last, from, to, company: null));
            await ExecuteAsync(Repeat(last, ((from - 1) * more) + 1, to * more, busiest));
        }

        foreach (var (_, create) in indexes)
            await ExecuteAsync(new SqlText($"{new SqlLiteral(create)}"));
        await ExecuteAsync(new SqlText($"ANALYZE credit_ledger"));
        await ExecuteAsync(new SqlText($"ANALYZE credit_grants"));
    }

    private SqlText Repeat(long last, int from, int to, long? company) =>
        new(
            $"""
            WITH RECURSIVE n(n) AS (SELECT {from} UNION ALL SELECT n + 1 FROM n WHERE n < {to})
            INSERT INTO credit_ledger
                (environment_seq, company_seq, credit_type_seq, grant_number, event_type, usage_reason,
                    amount_micro_credits, remaining_delta, held_delta, remaining_after, settled_after, event_at,
                    usage_event_id, feature_seq)
            SELECT l.environment_seq, l.company_seq, l.credit_type_seq, l.grant_number, l.event_type,
                CASE n.n % 2 WHEN 1 THEN {CreditUsageReason.LeaseHold} ELSE {CreditUsageReason.LeaseRelease} END,
                l.amount_micro_credits, (2 * (n.n % 2) - 1) * l.remaining_delta,
                (1 - 2 * (n.n % 2)) * l.remaining_delta, l.remaining_after + (n.n % 2) * l.remaining_delta,
                l.settled_after, {Before(company is null ? 100 : 1)}, l.usage_event_id || '_' || n.n, l.feature_seq
            FROM n CROSS JOIN credit_ledger l
            WHERE l.seq IN (
                SELECT min(seq) FROM credit_ledger WHERE seq <= {last} AND event_type = {CreditEventType.Usage}
                    AND ({company ?? 0} IN (0, company_seq))
                GROUP BY company_seq
            )
            """
        );

    private async Task<long> LastAsync()
    {
        await using var db = _database.OpenAccount();
        return await db.ScalarAsync<long>(new SqlText($"SELECT max(seq) FROM credit_ledger"), CancellationToken.None);
    }

    // Tenths of seconds before the draw that is repeated.
    private SqlLiteral Before(int tenths) =>
        new(
            _database.Dialect == SqlDialect.Sqlite
                ? $"l.event_at - n.n * {tenths} * 100000"
                : $"l.event_at - n.n * {tenths} * interval '0.1 second'"
        );

    // As the database has them: they are made anew when the rows are there.
    private async Task<List<(string Name, string Create)>> IndexesAsync()
    {
        await using var db = _database.OpenAccount();
        var sql =
            _database.Dialect == SqlDialect.Sqlite
                ? new SqlText(
                    $"SELECT name, sql FROM sqlite_master WHERE tbl_name = 'credit_ledger' AND type = 'index'"
                )
                : new SqlText(
                    $"""
                    SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid)
                    FROM pg_index WHERE indrelid = 'credit_ledger'::regclass AND NOT indisprimary
                    """
                );
        return await db.QueryAsync(sql, static row => (row.GetString(0), row.GetString(1)), CancellationToken.None);
    }

    private Task ExecuteAsync(SqlText statement) =>
        _database.WriteAsync(
            SchematicDb.AccountSeq,
            (db, token) => db.ExecuteAsync(statement, token),
            CancellationToken.None
        );
}
