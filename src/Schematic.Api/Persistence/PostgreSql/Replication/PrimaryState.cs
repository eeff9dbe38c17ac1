using System.Globalization;
using NpgsqlTypes;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Persistence.PostgreSql.Replication;

/// <summary>State of the primary, in its own words.</summary>
/// <param name="Database">As <see cref="ReplicaState.Database"/>.</param>
/// <param name="Timeline">As <see cref="ReplicaState.Timeline"/>.</param>
/// <param name="Position">Every commit that was answered before is before this position of the log.</param>
internal sealed record PrimaryState(string Database, int Timeline, NpgsqlLogSequenceNumber Position)
{
    // A commit is flushed before it is answered, unless synchronous_commit is off. The insert position alone would do
    // too, but also covers records of nobody's commit, which may stay in memory for seconds; and at the start of a page
    // it already lies behind the page's header of 24 or 40 bytes, which no replica replays by itself.
    private const string Select = $"""
        SELECT {ReplicaState.DatabaseSql}, left(pg_walfile_name(flushed), 8), CASE
            WHEN current_setting('synchronous_commit') <> 'off' THEN flushed
            WHEN (flushed - '0/0'::pg_lsn) % current_setting('wal_block_size')::int = 0 AND inserted - flushed <= 40
                THEN flushed
            ELSE inserted
        END
        FROM (SELECT pg_current_wal_insert_lsn() AS inserted, pg_current_wal_flush_lsn() AS flushed) AS log
        """;

    public static async Task<PrimaryState> GetAsync(IDatabase primary, CancellationToken cancellationToken)
    {
        await using var db = primary.OpenAccount();
        var rows = await db.QueryAsync(
            new SqlText($"{new SqlLiteral(Select)}"),
            static row => new PrimaryState(
                row.GetString(0),
                int.Parse(row.GetString(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                row.GetFieldValue<NpgsqlLogSequenceNumber>(2)
            ),
            cancellationToken
        );
        return rows[0];
    }
}
