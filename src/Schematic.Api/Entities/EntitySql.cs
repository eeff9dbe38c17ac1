using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Entities;

/// <summary>SQL about companies and users that differs between the two databases.</summary>
internal static class EntitySql
{
    /// <summary>Selects seqs that no row of <c>entities</c> has, in order, for as many rows to be inserted.</summary>
    public static SqlText NewSeqs(SchematicDb db, int count) =>
        db.Dialect == SqlDialect.Sqlite
            // Nobody else inserts until this transaction ends.
            ? new SqlText(
                $"""
                WITH RECURSIVE n(seq) AS (
                    SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'entities'
                    UNION ALL SELECT seq + 1 FROM n LIMIT {count}
                ) SELECT seq FROM n
                """
            )
            : new SqlText($"SELECT nextval('entities_seq_seq') FROM generate_series(1, {count})");

    /// <summary>Selects the seqs of the definitions that the traits of entities name, of deleted ones, too.</summary>
    /// <param name="seqs">What may follow a column: which seqs it is to have.</param>
    public static SqlText TraitDefinitionSeqs(SchematicDb db, SqlText seqs) =>
        db.Dialect == SqlDialect.Sqlite
            ? new SqlText(
                $"""
                SELECT CAST(j.key AS INTEGER) FROM entities t, json_each(t.traits) j
                WHERE t.environment_seq + 0 = {db.EnvironmentSeq} AND t.seq {seqs}
                """
            )
            : new SqlText(
                $"""
                SELECT jsonb_object_keys(t.traits::jsonb)::integer FROM entities t
                WHERE t.environment_seq + 0 = {db.EnvironmentSeq} AND t.seq {seqs}
                """
            );

    /// <summary>
    /// The rows of <c>entities e</c> whose search text holds every term, with the order key of "newest first".
    /// </summary>
    public static (SqlText From, string SeqColumn) SearchFrom(
        SchematicDb db,
        IReadOnlyList<string> terms,
        EntityType entityType
    )
    {
        // CROSS JOIN keeps the full-text index outermost: it yields its rows in the order of rowid, newest first,
        // without a sort.
        if (db.Dialect == SqlDialect.Sqlite)
            return (
                new SqlText(
                    $"""
                    FROM entity_search_fts f CROSS JOIN entities e ON e.seq = f.rowid
                    WHERE f.entity_search_fts MATCH {SearchText.Fts5(terms)}
                        AND e.environment_seq = {db.EnvironmentSeq} AND e.entity_type = {entityType}
                    """
                ),
                "f.rowid"
            );
        var sql = new SqlText(
            $"""
            FROM entity_search s JOIN entities e ON e.seq = s.entity_seq
            WHERE s.environment_seq = {db.EnvironmentSeq} AND s.entity_type = {entityType}
            """
        );
        foreach (var term in terms)
            sql.Append($" AND s.text LIKE {SearchText.Like(term)}");
        return (sql, "s.entity_seq");
    }

    /// <summary>Whether the search text of the row of <c>entities e</c> holds every term.</summary>
    public static SqlText Holds(SchematicDb db, IReadOnlyList<string> terms)
    {
        var sql = new SqlText($"(SELECT ");
        for (var i = 0; i < terms.Count; i++)
        {
            sql.Append($"{new SqlLiteral(i == 0 ? "" : " AND ")}");
            // LIKE is the faster of the two on PostgreSQL; on SQLite it takes ASCII letters for each other's capitals.
            if (db.Dialect == SqlDialect.Sqlite)
                sql.Append($"instr(s.text, {terms[i]}) > 0");
            else
                sql.Append($"s.text LIKE {SearchText.Like(terms[i])}");
        }

        return sql.Append($" FROM entity_search s WHERE s.entity_seq = e.seq)");
    }
}
