using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Entities;

/// <summary>
/// Pages near the end of a long list, counted from that end. Counting all rows takes PostgreSQL half as long as walking
/// over them in order: several processes count at once, none has to be told the order. SQLite counts no faster than
/// it walks.
/// </summary>
internal static class BackwardPaging
{
    /// <summary>Offsets below are skipped in no time.</summary>
    private const long MinOffset = 100_000;

    /// <summary>From this share of the list on, counting and walking back is the shorter way.</summary>
    private const double MinShare = 0.75;

    /// <summary>Whether the page is better read from the end of the list; at most one statement.</summary>
    public static async Task<bool> IsCheaperAsync(SchematicDb db, Page page, CancellationToken cancellationToken)
    {
        if (db.Dialect == SqlDialect.Sqlite || page.Offset < MinOffset)
            return false;
        // Of all companies and users in all environments, as of the last vacuum, and -1 before the first: a wrong
        // number costs time, never a wrong page.
        var rows = await db.ScalarAsync<float>(
            new SqlText($"SELECT reltuples FROM pg_class WHERE oid = 'entities'::regclass"),
            cancellationToken
        );
        return page.Offset >= rows * MinShare;
    }

    /// <summary>The seqs of a page, as <see cref="EntityStore.SelectPageAsync"/> gives them.</summary>
    public static Task<List<long>> SelectPageAsync(
        SchematicDb db,
        EntityFilter filter,
        EntitySort sort,
        Page page,
        CancellationToken cancellationToken
    )
    {
        var (limit, offset) = (page.Limit!.Value, Math.Min(page.Offset!.Value, long.MaxValue / 2));
        var all = EntityStore.FromAll(db, filter);
        var column = new SqlLiteral(sort.Column);
        return db.QueryAsync(
            new SqlText(
                $"""
                WITH total AS MATERIALIZED (SELECT count(*) AS n {all})
                SELECT w.seq FROM (
                    SELECT e.seq, e.{column} AS sort_key {all} ORDER BY {sort.Reverse().OrderBy}
                    LIMIT (SELECT greatest(least({limit}, n - {offset}), 0) FROM total)
                    OFFSET (SELECT greatest(n - {offset} - {limit}, 0) FROM total)
                ) w ORDER BY w.sort_key {new SqlLiteral(sort.Direction)}, w.seq {new SqlLiteral(sort.Direction)}
                """
            ),
            static reader => reader.GetInt64(0),
            cancellationToken
        );
    }
}
