using System.Globalization;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Entities;

/// <summary>
/// All values of one trait. They are in the rows of the companies and users, so that each of these reads every row of
/// an environment: a person asks for that, no SDK.
/// </summary>
internal static class TraitValues
{
    private const int AtOnce = 200;

    /// <summary>Distinct values in the environment, in alphabetical order.</summary>
    public static Task<List<EntityTraitValue>> ListAsync(
        SchematicDb db,
        EntityTraitDefinitionRow definition,
        EntityTraitValuesQuery query,
        CancellationToken cancellationToken
    ) =>
        db.QueryAsync(
            new SqlText($"{Distinct(db, definition, query)} ORDER BY value").Page(query),
            row => new EntityTraitValue { DefinitionId = definition.Id, Value = row.GetString(0) },
            cancellationToken
        );

    public static Task<long> CountAsync(
        SchematicDb db,
        EntityTraitDefinitionRow definition,
        EntityTraitValuesQuery query,
        CancellationToken cancellationToken
    ) =>
        db.ScalarAsync<long>(
            new SqlText($"SELECT count(*) FROM ({Distinct(db, definition, query)}) c"),
            cancellationToken
        );

    /// <summary>Whether a company or user of another environment has the trait.</summary>
    public static async Task<bool> AreElsewhereAsync(
        SchematicDb db,
        EntityTraitDefinitionRow definition,
        CancellationToken cancellationToken
    ) =>
        await db.ScalarAsync<long>(
            new SqlText(
                $"""
                SELECT count(*) FROM (
                    SELECT 1 FROM entities e
                    WHERE e.environment_seq <> {db.EnvironmentSeq} AND e.entity_type = {definition.EntityType}
                        AND e.traits LIKE {TraitDocument.Having(definition.Seq)} LIMIT 1
                ) c
                """
            ),
            cancellationToken
        ) > 0;

    /// <summary>
    /// Sweeps out the values of a definition that is deleted, which nobody is shown any more, and what a search finds
    /// of them. Each write is short; finding the next holds nobody up.
    /// </summary>
    public static async Task RemoveAsync(
        IDatabase database,
        int environmentSeq,
        EntityTraitDefinitionRow definition,
        CancellationToken cancellationToken
    )
    {
        for (long after = 0; ; )
        {
            List<long> seqs;
            await using (var db = database.Open(environmentSeq))
                seqs = await HavingAsync(db, definition, after, cancellationToken);
            if (seqs.Count == 0)
                return;
            await database.WriteAsync(
                environmentSeq,
                (db, token) => StoreWithoutDeletedAsync(db, seqs, token),
                cancellationToken
            );
            after = seqs[^1];
        }
    }

    private static Task<List<long>> HavingAsync(
        SchematicDb db,
        EntityTraitDefinitionRow definition,
        long after,
        CancellationToken cancellationToken
    ) =>
        db.QueryAsync(
            new SqlText(
                $"""
                SELECT e.seq FROM entities e
                WHERE e.environment_seq = {db.EnvironmentSeq} AND e.entity_type = {definition.EntityType}
                    AND e.seq > {after} AND e.traits LIKE {TraitDocument.Having(definition.Seq)}
                ORDER BY e.seq LIMIT {AtOnce}
                """
            ),
            static row => row.GetInt64(0),
            cancellationToken
        );

    // What is read holds only traits that have a definition.
    private static async Task StoreWithoutDeletedAsync(
        SchematicDb db,
        IReadOnlyList<long> seqs,
        CancellationToken cancellationToken
    )
    {
        Dictionary<long, EntityDetail> entities;
        await using (
            var results = await db.ReadAsync(
                EntityReader.Select(db, EntityReader.AnyOf(db, seqs), forUpdate: true),
                cancellationToken
            )
        )
            entities = await EntityReader.ReadAsync(db, results, cancellationToken);
        foreach (var seq in entities.Keys)
            db.Changes.Add(ChangeKind.Entity, seq, db.EnvironmentSeq);
        foreach (var entity in entities.Values)
            await db.ExecuteAsync(
                new SqlText(
                    $"""
                    UPDATE entities SET traits = {TraitDocument.FromTraits(
                        entity.Traits.Values
                    )} WHERE seq = {entity.Seq};
                    UPDATE entity_search SET text = {entity.SearchDocument()} WHERE entity_seq = {entity.Seq}
                    """
                ),
                cancellationToken
            );
    }

    private static SqlText Distinct(SchematicDb db, EntityTraitDefinitionRow definition, EntityTraitValuesQuery query)
    {
        var sql = new SqlText($"SELECT DISTINCT value FROM ({Values(db, definition)}) v");
        if (TextPart.FromQuery(query.Q) is { } part)
            sql.Append($" WHERE {Contains(db, new SqlLiteral("value"), part)}");
        return sql;
    }

    /// <summary>
    /// Selects, as <c>value</c>, what the trait is for each company or user of the environment that has it.
    /// </summary>
    private static SqlText Values(SchematicDb db, EntityTraitDefinitionRow definition)
    {
        var seq = definition.Seq.ToString(CultureInfo.InvariantCulture);
        // Values sort by their bytes on both databases.
        var value = new SqlLiteral(
            db.Dialect == SqlDialect.Sqlite
                ? $"json_extract(e.traits, '$.\"{seq}\"[0]')"
                : $"((e.traits::jsonb #>> '{{{seq},0}}') COLLATE \"C\")"
        );
        return new SqlText(
            $"""
            SELECT {value} AS value FROM entities e
            WHERE e.environment_seq = {db.EnvironmentSeq} AND e.entity_type = {definition.EntityType}
                AND e.traits LIKE {TraitDocument.Having(definition.Seq)}
            """
        );
    }

    /// <summary>The condition that <paramref name="column"/>, in lower case, contains the text.</summary>
    private static SqlText Contains(SchematicDb db, SqlLiteral column, string part) =>
        new($"{new SqlLiteral(db.Dialect == SqlDialect.Sqlite ? "instr" : "strpos")}(lower({column}), {part}) > 0");
}
