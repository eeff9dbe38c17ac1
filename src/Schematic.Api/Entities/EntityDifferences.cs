using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Entities;

/// <summary>
/// The keys and traits that a write changes on one company or user, and the statements that store them beside its row.
/// </summary>
internal sealed class EntityDifferences(SchematicDb db, DateTimeOffset now)
{
    public List<KeyDetail> Keys { get; } = [];

    /// <summary>Seqs of their definitions.</summary>
    public List<int> RemovedKeys { get; } = [];

    public List<TraitDetail> Traits { get; } = [];

    public bool HasRemovedTraits { get; set; }

    /// <summary>Whether <see cref="EntityRow.Traits"/> becomes another.</summary>
    public bool TraitsChanged => HasRemovedTraits || Traits.Count > 0;

    /// <summary>
    /// Adds statements to <paramref name="sql"/>. If <see cref="Traits"/> holds any, one of them has a result: how many
    /// of their definitions still exist.
    /// </summary>
    /// <param name="seq">The seq of <paramref name="entity"/>, or what finds it once it is inserted.</param>
    /// <param name="searchChanged">Whether a search finds it by another text than before.</param>
    public void AppendTo(SqlText sql, SqlText seq, EntityDetail entity, bool searchChanged)
    {
        AppendKeys(sql, seq);
        if (searchChanged)
            sql.Append(
                $"""
                ; INSERT INTO entity_search (entity_seq, environment_seq, entity_type, text)
                VALUES ({seq}, {db.EnvironmentSeq}, {entity.EntityType}, {entity.SearchDocument()})
                ON CONFLICT (entity_seq) DO UPDATE SET text = excluded.text
                """
            );
        // Whoever deletes a definition holds up the row itself; only a look after it knows. A foreign key would lock
        // the definition, which all writers share.
        var definitions = Traits.Select(static trait => trait.Definition.Seq);
        if (Traits.Count > 0)
            sql.Append($"; SELECT count(*) FROM entity_trait_definitions WHERE seq IN {definitions}");
    }

    private void AppendKeys(SqlText sql, SqlText seq)
    {
        if (RemovedKeys.Count > 0)
            sql.Append($"; DELETE FROM entity_keys WHERE entity_seq = {seq} AND definition_seq IN {RemovedKeys}");
        if (Keys.Count == 0)
            return;
        sql.Append(
            $"""
            ; INSERT INTO entity_keys
            (entity_seq, definition_seq, environment_seq, value, value_hash, created_at, updated_at) VALUES
            """
        );
        for (var i = 0; i < Keys.Count; i++)
        {
            var key = Keys[i];
            sql.Append($"{Comma(i)}({seq}, {key.Definition.Seq}, {db.EnvironmentSeq}, {key.Value}, ");
            sql.Append($"{EntityKeyRow.Hash(key.Value)}, {key.CreatedAt}, {now})");
        }

        sql.Append($" ON CONFLICT (entity_seq, definition_seq) DO UPDATE SET");
        sql.Append($" value = excluded.value, value_hash = excluded.value_hash, updated_at = excluded.updated_at");
    }

    private static SqlLiteral Comma(int index) => new(index == 0 ? "" : ", ");
}
