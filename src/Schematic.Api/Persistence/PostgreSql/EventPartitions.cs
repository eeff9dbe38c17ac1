using Microsoft.EntityFrameworkCore.Migrations;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Persistence.PostgreSql;

/// <summary>
/// The months of events: a partition each, made ahead, and dropped when the last event in it is old enough. So old
/// events cost nothing, neither to keep nor to delete.
/// </summary>
internal static class EventPartitions
{
    /// <summary>The partition of what no month was made for.</summary>
    public const string Default = "events_default";

    private const int MonthsAhead = 2;

    // How long ago an event may have happened that is imported.
    private const int MonthsBack = 12;

    // Instances do it one after the other: a partition cannot be made twice.
    private const long Turn = 0x6576_656E_7473;

    /// <summary>Makes the table that the model describes a partitioned one. Called by the first migration.</summary>
    public static void Create(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(
            """
            ALTER TABLE events RENAME TO events_as_described;
            CREATE TABLE events (LIKE events_as_described INCLUDING ALL) PARTITION BY RANGE (captured_at);
            ALTER TABLE events ADD CONSTRAINT fk_events_environment_seq
                FOREIGN KEY (environment_seq) REFERENCES environments (seq) ON DELETE CASCADE;
            DROP TABLE events_as_described;
            -- For what no month was made for. Months take from it what is theirs.
            CREATE TABLE events_default PARTITION OF events DEFAULT;
            """
        );

    /// <summary>
    /// Makes the months from the oldest that an event may be of to the one after next, and drops those before.
    /// </summary>
    /// <param name="oldest">Events before this are gone; null to keep all.</param>
    public static async Task KeepAsync(
        SchematicDb db,
        DateTimeOffset? oldest,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await db.ExecuteAsync(new SqlText($"SELECT pg_advisory_xact_lock({Turn})"), cancellationToken);
        var existing = await db.QueryAsync(
            new SqlText($"SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'events'::regclass"),
            static row => row.GetString(0),
            cancellationToken
        );
        var wanted = Months(oldest ?? now.AddMonths(-MonthsBack), now.AddMonths(MonthsAhead))
            .ToDictionary(Name, static month => month);
        foreach (var (name, month) in wanted.Where(month => !existing.Contains(month.Key)))
            await AddAsync(db, name, month, cancellationToken);
        if (oldest is not { } gone)
            return;
        var last = Name(wanted.Values.Min());
        foreach (var name in existing.Where(name => name != Default && string.CompareOrdinal(name, last) < 0))
            await db.ExecuteAsync(new SqlText($"DROP TABLE {new SqlLiteral(name)}"), cancellationToken);
        await db.ExecuteAsync(
            new SqlText($"DELETE FROM {new SqlLiteral(Default)} WHERE captured_at < {gone}"),
            cancellationToken
        );
    }

    private static Task AddAsync(SchematicDb db, string name, DateTimeOffset month, CancellationToken cancellationToken)
    {
        var (table, from, to) = (new SqlLiteral(name), Literal(month), Literal(month.AddMonths(1)));
        return db.ExecuteAsync(
            new SqlText(
                $"""
                CREATE TABLE {table} (LIKE events INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
                WITH theirs AS (
                    DELETE FROM {new SqlLiteral(Default)}
                    WHERE captured_at >= {from} AND captured_at < {to} RETURNING *
                )
                INSERT INTO {table} SELECT * FROM theirs;
                ALTER TABLE events ATTACH PARTITION {table} FOR VALUES FROM ({from}) TO ({to})
                """
            ),
            cancellationToken
        );
    }

    private static IEnumerable<DateTimeOffset> Months(DateTimeOffset from, DateTimeOffset to)
    {
        var (first, last) = (from.ToUniversalTime(), to.ToUniversalTime());
        for (
            var month = new DateTimeOffset(first.Year, first.Month, 1, 0, 0, 0, TimeSpan.Zero);
            month <= last;
            month = month.AddMonths(1)
        )
            yield return month;
    }

    private static string Name(DateTimeOffset month) => $"events_{month:yyyy_MM}";

    // Bounds of partitions cannot be parameters.
    private static SqlLiteral Literal(DateTimeOffset month) => new($"'{month:yyyy-MM-dd} 00:00:00+00'");
}
