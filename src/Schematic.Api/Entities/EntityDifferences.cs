using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Entities;

/// <summary>
/// Differences between companies and users as they are stored and as they are to be, and the statements for them.
/// </summary>
internal sealed class EntityDifferences(SchematicDb db)
{
    private readonly SqlRows _created = new(
        "seq",
        "id",
        "entity_type",
        "environment_seq",
        "name",
        "sort_name",
        "traits",
        "last_seen_at",
        "created_at",
        "updated_at"
    );
    private readonly SqlRows _renamed = new("seq", "name", "sort_name", "traits", "last_seen_at", "updated_at");

    // Apart from the renamed: SQLite writes an entry of an index anew where a statement names its column.
    private readonly SqlRows _updated = new("seq", "traits", "last_seen_at", "updated_at");
    private readonly SqlRows _goneKeys = new("entity_seq", "definition_seq");
    private readonly SqlRows _keys = new(
        "entity_seq",
        "definition_seq",
        "environment_seq",
        "value",
        "value_hash",
        "created_at",
        "updated_at"
    );
    private readonly SqlRows _texts = new("entity_seq", "environment_seq", "entity_type", "text");
    private readonly List<(EntityDetail Entity, KeyDetail Key, byte[] Hash)> _newKeys = [];
    private readonly HashSet<int> _traitDefinitions = [];

    private SqlDialect Dialect => db.Dialect;

    /// <param name="before">Null where <paramref name="after"/> is not stored yet.</param>
    public void Add(EntityDetail? before, EntityDetail after)
    {
        var traits = TraitDocument.FromTraits(after.Traits.Values);
        var sortName = after.Name.ToLowerInvariant();
        if (before is null)
        {
            _created.Add(
                after.Seq,
                after.Id,
                (int)after.EntityType,
                db.EnvironmentSeq,
                after.Name,
                sortName,
                traits,
                after.LastSeenAt,
                after.CreatedAt,
                after.UpdatedAt
            );
            db.Changes.AddCreated(ChangeKind.Entity, after.Seq, db.EnvironmentSeq);
        }
        else
        {
            if (before.Name == after.Name)
                _updated.Add(after.Seq, traits, after.LastSeenAt, after.UpdatedAt);
            else
                _renamed.Add(after.Seq, after.Name, sortName, traits, after.LastSeenAt, after.UpdatedAt);
            db.Changes.Add(ChangeKind.Entity, after.Seq, db.EnvironmentSeq);
        }

        AddKeys(before, after);
        var text = after.SearchDocument();
        if (before?.SearchDocument() != text)
            _texts.Add(after.Seq, db.EnvironmentSeq, (int)after.EntityType, text);
        foreach (var (hierarchy, trait) in after.Traits)
        {
            if (before?.Traits.GetValueOrDefault(hierarchy) != trait)
                _traitDefinitions.Add(trait.Definition.Seq);
        }
    }

    /// <exception cref="LostRaceException">Somebody deleted the definition of a trait meanwhile.</exception>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (_created.Rows.Count + _renamed.Rows.Count + _updated.Rows.Count == 0)
            return;
        // Two writers with the same new keys wait for each other, rather than lock each other out.
        _newKeys.Sort(
            static (a, b) =>
                a.Key.Definition.Seq.CompareTo(b.Key.Definition.Seq) is not 0 and var order
                    ? order
                    : a.Hash.AsSpan().SequenceCompareTo(b.Hash)
        );
        foreach (var (entity, key, hash) in _newKeys)
            _keys.Add(entity.Seq, key.Definition.Seq, db.EnvironmentSeq, key.Value, hash, key.CreatedAt, key.UpdatedAt);
        IEnumerable<SqlText> statements =
        [
            .. Dialect.Insert(new SqlLiteral("entities"), _created),
            .. Dialect.Update(new SqlLiteral("entities"), _renamed),
            .. Dialect.Update(new SqlLiteral("entities"), _updated),
            .. Dialect.Delete(new SqlLiteral("entity_keys"), _goneKeys),
            .. Dialect.Insert(new SqlLiteral("entity_keys"), _keys),
            .. Dialect.Insert(
                new SqlLiteral("entity_search"),
                _texts,
                "ON CONFLICT (entity_seq) DO UPDATE SET text = excluded.text"
            ),
        ];
        // Whoever deletes a definition holds up the rows themselves; only a look after they are written knows. A
        // foreign key would lock the definition, which all writers share.
        var existing = new SqlText(
            $"SELECT count(*) FROM entity_trait_definitions WHERE seq {Dialect.Among(SqlArray.Of(_traitDefinitions))}"
        );
        var found = await db.QueryAfterAsync(
            statements,
            existing,
            static reader => reader.GetInt64(0),
            cancellationToken
        );
        if (found[0] != _traitDefinitions.Count)
            throw new LostRaceException();
    }

    // One with another value goes and comes back: its value may go to another entity in the same breath.
    private void AddKeys(EntityDetail? before, EntityDetail after)
    {
        foreach (var (name, key) in before?.Keys ?? [])
        {
            if (after.Keys.GetValueOrDefault(name) != key)
                _goneKeys.Add(after.Seq, key.Definition.Seq);
        }

        foreach (var (name, key) in after.Keys)
        {
            if (before?.Keys.GetValueOrDefault(name) != key)
                _newKeys.Add((after, key, EntityKeyRow.Hash(key.Value)));
        }
    }
}
