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
        await using var results = await db.ReadAsync(Select(db, new SqlText($"{seqs}")), cancellationToken);
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
    /// <param name="seqs">Whatever may follow IN, with its parentheses.</param>
    /// <param name="forUpdate">Whether nobody else may change them until the transaction ends.</param>
    public static SqlText Select(SchematicDb db, SqlText seqs, bool forUpdate = false)
    {
        var environment = db.EnvironmentSeq;
        // In order, so that two writers of the same entities wait for each other instead of locking each other out.
        var locked = new SqlLiteral(forUpdate ? $" ORDER BY e.seq{db.Dialect.ForUpdate}" : "");
        return new SqlText(
            $"""
            SELECT e.seq, e.id, e.entity_type, e.name, e.last_seen_at, e.created_at, e.updated_at, (SELECT count(*) FROM company_memberships m WHERE m.company_seq = e.seq)
            FROM entities e WHERE e.environment_seq = {environment} AND e.seq IN {seqs}{locked};
            SELECT k.entity_seq, k.value, k.created_at, k.updated_at, d.seq, d.id, d.entity_type, d.created_at, d.updated_at, d.key
            FROM entity_keys k JOIN entity_key_definitions d ON d.seq = k.definition_seq WHERE k.environment_seq = {environment} AND k.entity_seq IN {seqs};
            SELECT t.entity_seq, t.value, t.created_at, t.updated_at, d.seq, d.id, d.entity_type, d.created_at, d.updated_at, d.hierarchy, d.display_name, d.trait_type
            FROM entity_traits t JOIN entity_trait_definitions d ON d.seq = t.definition_seq WHERE t.environment_seq = {environment} AND t.entity_seq IN {seqs}
            """
        );
    }

    /// <summary>Reads entities by seq.</summary>
    public static async Task<Dictionary<long, EntityDetail>> ReadAsync(
        SchematicDb db,
        SqlResults results,
        CancellationToken cancellationToken
    )
    {
        var rows = new Rows(db.Dialect);
        var details = (await results.ListAsync(rows.Entity, cancellationToken)).ToDictionary(detail => detail.Seq);
        foreach (var (seq, key) in await results.ListAsync(rows.Key, cancellationToken))
        {
            // Statements see one after the other: an entity may be gone, or come, between two of them.
            if (details.TryGetValue(seq, out var detail))
                detail.Keys[key.Definition.Key] = key;
        }

        foreach (var (seq, trait) in await results.ListAsync(rows.Trait, cancellationToken))
        {
            if (details.TryGetValue(seq, out var detail))
                detail.Traits[trait.Definition.Hierarchy] = trait;
        }

        return details;
    }

    /// <summary>Reads rows; a definition, which most entities share, becomes one object.</summary>
    private sealed class Rows(SqlDialect dialect)
    {
        private readonly Dictionary<int, EntityKeyDefinitionRow> _keys = [];
        private readonly Dictionary<int, EntityTraitDefinitionRow> _traits = [];

        public EntityDetail Entity(DbDataReader row) =>
            new()
            {
                Seq = row.GetInt64(0),
                Id = row.GetString(1),
                EntityType = (EntityType)row.GetInt32(2),
                Name = row.GetString(3),
                LastSeenAt = dialect.ReadTime(row, 4),
                CreatedAt = dialect.ReadTime(row, 5),
                UpdatedAt = dialect.ReadTime(row, 6),
                UserCount = row.GetInt64(7),
            };

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

        public (long EntitySeq, TraitDetail Trait) Trait(DbDataReader row)
        {
            var seq = row.GetInt32(4);
            if (!_traits.TryGetValue(seq, out var definition))
                definition = _traits[seq] = Definitions.ReadTrait(row, dialect, first: 4);
            return (
                row.GetInt64(0),
                new TraitDetail(definition, row.GetString(1), dialect.ReadTime(row, 2), dialect.ReadTime(row, 3))
            );
        }
    }
}
