using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Entities;

/// <summary>
/// Reads entities with their keys and traits: one command of three statements, however many entities. Written by hand
/// because every look-up, page and update comes through here, and EF makes the SQL of a Contains anew each time it
/// runs.
/// </summary>
internal static class EntityReader
{
    /// <summary>Reads entities in the order of <paramref name="seqs"/>; deleted ones are left out.</summary>
    public static async Task<List<EntityDetail>> DetailsAsync(
        SchematicDb db,
        IReadOnlyList<long> seqs,
        CancellationToken cancellationToken
    )
    {
        if (seqs.Count == 0)
            return [];
        await using var results = await db.ReadAsync(Select(db, AnyOf(db, seqs)), cancellationToken);
        var details = await ReadAsync(db, results, cancellationToken);
        return [.. seqs.Where(details.ContainsKey).Select(seq => details[seq])];
    }

    /// <summary>Reads the companies and users among <paramref name="ids"/>, by id; unknown ids are left out.</summary>
    public static async Task<Dictionary<string, EntityRow>> RowsAsync(
        SchematicDb db,
        List<string> ids,
        CancellationToken cancellationToken
    )
    {
        if (ids.Count == 0)
            return [];
        // One parameter, however many ids: neither database takes a hundred thousand of them.
        return await db
            .Entities.AsNoTracking()
            .Where(row => EF.Parameter(ids).Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancellationToken);
    }

    /// <summary>The three statements whose results <see cref="ReadAsync"/> reads.</summary>
    /// <param name="seqs">What may follow a column: which seqs it is to have.</param>
    /// <param name="forUpdate">Whether nobody else may change them until the transaction ends.</param>
    public static SqlText Select(SchematicDb db, SqlText seqs, bool forUpdate = false)
    {
        var environment = db.EnvironmentSeq;
        // In order, so that two writers of the same entities wait for each other instead of locking each other out.
        var locked = new SqlLiteral(forUpdate ? $" ORDER BY e.seq{db.Dialect.ForUpdate}" : "");
        // "+ 0" keeps both planners from the indexes that begin with the environment or the definition of a key. On a store
        // that was never analysed those look as if they held a handful of rows, and then every row is read.
        return new SqlText(
            $"""
            SELECT e.seq, e.id, e.entity_type, e.name, e.last_seen_at, e.created_at, e.updated_at, e.traits, (SELECT count(*) FROM company_memberships m WHERE m.company_seq = e.seq)
            FROM entities e WHERE e.environment_seq + 0 = {environment} AND e.seq {seqs}{locked};
            SELECT k.entity_seq, k.value, k.created_at, k.updated_at, d.seq, d.id, d.entity_type, d.created_at, d.updated_at, d.key
            FROM entity_keys k JOIN entity_key_definitions d ON d.seq = k.definition_seq + 0 WHERE k.environment_seq + 0 = {environment} AND k.entity_seq {seqs};
            SELECT d.seq, d.id, d.entity_type, d.created_at, d.updated_at, d.hierarchy, d.display_name, d.trait_type
            FROM entity_trait_definitions d WHERE d.seq IN ({EntitySql.TraitDefinitionSeqs(db, seqs)})
            """
        );
    }

    /// <summary>For <see cref="Select"/>: these seqs.</summary>
    public static SqlText AnyOf(SchematicDb db, IEnumerable<long> seqs) => db.Dialect.Among(SqlArray.Of(seqs));

    /// <summary>Reads entities by seq.</summary>
    public static async Task<Dictionary<long, EntityDetail>> ReadAsync(
        SchematicDb db,
        SqlResults results,
        CancellationToken cancellationToken
    )
    {
        var rows = new Rows(db.Dialect);
        var entities = await results.ListAsync(rows.Entity, cancellationToken);
        var details = entities.ToDictionary(static row => row.Entity.Seq, static row => row.Entity);
        foreach (var (seq, key) in await results.ListAsync(rows.Key, cancellationToken))
        {
            // Statements see one after the other: an entity may be gone, or come, between two of them.
            if (details.TryGetValue(seq, out var detail))
                detail.Keys[key.Definition.Key] = key;
        }

        var definitions = (
            await results.ListAsync(row => Definitions.ReadTrait(row, db.Dialect), cancellationToken)
        ).ToDictionary(static definition => definition.Seq);
        foreach (var (entity, document) in entities)
        {
            foreach (var trait in TraitDocument.Read(document))
            {
                // A trait goes with its definition; its value is swept out of the documents afterwards.
                if (definitions.TryGetValue(trait.DefinitionSeq, out var definition))
                    entity.Traits[definition.Hierarchy] = new TraitDetail(
                        definition,
                        trait.Value,
                        trait.CreatedAt,
                        trait.UpdatedAt
                    );
            }
        }

        return details;
    }

    /// <summary>Reads rows; a definition, which most entities share, becomes one object.</summary>
    private sealed class Rows(SqlDialect dialect)
    {
        private readonly Dictionary<int, EntityKeyDefinitionRow> _keys = [];

        public (EntityDetail Entity, string Traits) Entity(DbDataReader row) =>
            (
                new EntityDetail
                {
                    Seq = row.GetInt64(0),
                    Id = row.GetString(1),
                    EntityType = (EntityType)row.GetInt32(2),
                    Name = row.GetString(3),
                    LastSeenAt = dialect.ReadTime(row, 4),
                    CreatedAt = dialect.ReadTime(row, 5),
                    UpdatedAt = dialect.ReadTime(row, 6),
                    UserCount = row.GetInt64(8),
                },
                row.GetString(7)
            );

        public (long EntitySeq, KeyDetail Key) Key(DbDataReader row)
        {
            var seq = row.GetInt32(4);
            if (!_keys.TryGetValue(seq, out var definition))
                definition = _keys[seq] = Definitions.ReadKey(row, dialect, first: 4);
            return (
                row.GetInt64(0),
                new KeyDetail(definition, row.GetString(1), dialect.ReadTime(row, 2), dialect.ReadTime(row, 3))
            );
        }
    }
}
