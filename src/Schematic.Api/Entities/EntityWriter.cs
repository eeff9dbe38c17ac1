using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Entities;

/// <summary>
/// Creates or updates one company or user inside a write transaction. The statements are written by hand: this is the
/// path that SDKs take with every identify, and each round trip counts. Rules: the domain's "Keys and upserts".
/// </summary>
internal sealed class EntityWriter(SchematicDb db, DateTimeOffset now)
{
    private const int MaxNameLength = 256;

    /// <returns>The entity as it is now stored.</returns>
    public async Task<EntityDetail> ApplyAsync(EntityChange change, CancellationToken cancellationToken)
    {
        var before = await ReadAsync(change, change.Traits, cancellationToken);
        if (before.Entity is not { } entity)
            return await CreateAsync(change, before, cancellationToken);
        if (change.CreateOnly)
            throw ApiProblem.Conflict(
                $"A {EntityKeys.Noun(change.EntityType)} with {EntityKeys.Describe(change.Keys)} exists already: {entity.Id}. Update it, or use other keys.",
                change.KeysField
            );
        await UpdateAsync(entity, change, before, cancellationToken);
        return entity;
    }

    /// <summary>The entity's seq; one that is there already is not changed.</summary>
    public async Task<long> GetOrCreateAsync(EntityChange change, CancellationToken cancellationToken)
    {
        var before = await ReadAsync(change, change.Traits, cancellationToken);
        return (before.Entity ?? await CreateAsync(change, before, cancellationToken)).Seq;
    }

    /// <returns>The entity as it was.</returns>
    public async Task<EntityDetail> DeleteAsync(EntityReference named, CancellationToken cancellationToken)
    {
        var entity = (await ReadAsync(named, [], cancellationToken)).Entity ?? throw EntityLookup.NotFound(named);
        db.Changes.Add(ChangeKind.Entity, entity.Seq, db.EnvironmentSeq);
        await db.ExecuteAsync(new SqlText($"DELETE FROM entities WHERE seq = {entity.Seq}"), cancellationToken);
        return entity;
    }

    // One command: what the change names, locked; what that holds; and the definitions of all that the change speaks
    // of.
    private async Task<Before> ReadAsync(
        EntityReference named,
        IReadOnlyList<TraitChange> traitChanges,
        CancellationToken cancellationToken
    )
    {
        if (named.Id is null && named.Keys.Count == 0)
            throw ApiProblem.BadRequest("keys is empty. Give at least one key, or the id.", named.KeysField);
        var sql = EntityLookup.Select(db, named, forUpdate: true);
        if (named.Keys.Count > 0)
            sql.Append($"; {Definitions.SelectKeys(named.EntityType, [.. named.Keys.Keys])}");
        if (traitChanges.Count > 0)
            sql.Append(
                $"; {Definitions.SelectTraits(named.EntityType, [.. traitChanges.Select(trait => trait.Hierarchy)])}"
            );

        Dictionary<long, EntityDetail> details;
        Dictionary<string, EntityKeyDefinitionRow> keys = [];
        Dictionary<string, EntityTraitDefinitionRow> traits = [];
        await using (var results = await db.ReadAsync(sql, cancellationToken))
        {
            details = await EntityReader.ReadAsync(db, results, cancellationToken);
            if (named.Keys.Count > 0)
                keys = Definitions.ByName(
                    await results.ListAsync(row => Definitions.ReadKey(row, db.Dialect), cancellationToken)
                );
            if (traitChanges.Count > 0)
                traits = Definitions.ByHierarchy(
                    await results.ListAsync(row => Definitions.ReadTrait(row, db.Dialect), cancellationToken)
                );
        }

        var entity = await EntityLookup.SingleAsync(db, named, details, cancellationToken);
        // Found before it was locked: in between, another writer may have taken away all that it was found by.
        if (entity is not null && named.Id is null && !named.Keys.Any(entity.HasKey))
            throw new LostRaceException();
        return new Before(entity, keys, traits);
    }

    private async Task<EntityDetail> CreateAsync(
        EntityChange change,
        Before before,
        CancellationToken cancellationToken
    )
    {
        if (change.UpdateOnly || change.Id is not null)
            throw EntityLookup.NotFound(change);
        if (!change.KeysToWrite.Any())
            throw NoKeyLeft($"the {EntityKeys.Noun(change.EntityType)}");

        var entity = new EntityDetail
        {
            Id = NewId.For(EntityKeys.IdPrefix(change.EntityType), now),
            EntityType = change.EntityType,
            Name = NameOf(change, change.KeysToWrite.First().Value),
            LastSeenAt = change.LastSeenAt ?? now,
            CreatedAt = now,
            UpdatedAt = now,
        };
        var differences = await DifferencesAsync(entity, change, before, cancellationToken);
        var sql = new SqlText(
            $"""
            INSERT INTO entities (id, entity_type, environment_seq, name, sort_name, traits, last_seen_at, created_at, updated_at)
            VALUES ({entity.Id}, {entity.EntityType}, {db.EnvironmentSeq}, {entity.Name}, {SortName(
                entity
            )}, {TraitDocument.FromTraits(entity.Traits.Values)}, {entity.LastSeenAt}, {now}, {now})
            RETURNING seq
            """
        );
        differences.AppendTo(sql, EntitySql.NewSeq(db, entity.Id), entity, searchChanged: true);
        await using var results = await db.ReadAsync(sql, cancellationToken);
        entity.Seq = (await results.ListAsync(static reader => reader.GetInt64(0), cancellationToken))[0];
        await EndAsync(results, differences, cancellationToken);
        return entity;
    }

    private async Task UpdateAsync(
        EntityDetail entity,
        EntityChange change,
        Before before,
        CancellationToken cancellationToken
    )
    {
        var document = entity.SearchDocument();
        if (change.PreventKeyRemap)
            RefuseRemap(entity, change);
        var differences = await DifferencesAsync(entity, change, before, cancellationToken);
        if (entity.Keys.Count == 0)
            throw NoKeyLeft(entity.Id);
        entity.Name = NameOf(change, entity.Name);
        entity.LastSeenAt = change.LastSeenAt ?? now;
        entity.UpdatedAt = now;
        db.Changes.Add(ChangeKind.Entity, entity.Seq, db.EnvironmentSeq);
        var sql = new SqlText(
            $"UPDATE entities SET name = {entity.Name}, sort_name = {SortName(entity)}, last_seen_at = {entity.LastSeenAt}, updated_at = {now}"
        );
        if (differences.TraitsChanged)
            sql.Append($", traits = {TraitDocument.FromTraits(entity.Traits.Values)}");
        sql.Append($" WHERE seq = {entity.Seq}");
        differences.AppendTo(
            sql,
            new SqlText($"{entity.Seq}"),
            entity,
            searchChanged: entity.SearchDocument() != document
        );
        await using var results = await db.ReadAsync(sql, cancellationToken);
        await EndAsync(results, differences, cancellationToken);
    }

    private static async Task EndAsync(
        SqlResults results,
        EntityDifferences differences,
        CancellationToken cancellationToken
    )
    {
        if (
            differences.Traits.Count > 0
            && (await results.ListAsync(static reader => reader.GetInt64(0), cancellationToken))[0]
                != differences.Traits.Count
        )
            throw new LostRaceException();
        await results.EndAsync(cancellationToken);
    }

    private static ApiException NoKeyLeft(string whom) =>
        ApiProblem.BadRequest(
            $"remove_keys would leave {whom} without a key. Keep at least one, or add another first.",
            "remove_keys"
        );

    private static string NameOf(EntityChange change, string otherwise) =>
        change.Name is { Length: > 0 } name ? name : TextLength.Cut(otherwise, MaxNameLength);

    private static string SortName(EntityDetail entity) => entity.Name.ToLowerInvariant();

    private static void RefuseRemap(EntityDetail entity, EntityChange change)
    {
        foreach (var (name, value) in change.KeysToWrite)
        {
            if (entity.Keys.TryGetValue(name, out var current) && current.Value != value)
                throw ApiProblem.Conflict(
                    $"{entity.Id} has the key {name} \"{ApiProblem.Shorten(current.Value)}\" already, and prevent_key_remap is set. Nothing was changed.",
                    FieldPath.Entry(change.KeysField, name)
                );
        }
    }

    // Applies the change to `entity` and tells which keys and traits that touched.
    private async Task<EntityDifferences> DifferencesAsync(
        EntityDetail entity,
        EntityChange change,
        Before before,
        CancellationToken cancellationToken
    )
    {
        var differences = new EntityDifferences(db, now);
        foreach (var name in change.RemoveKeys)
        {
            if (entity.Keys.Remove(name, out var removed))
                differences.RemovedKeys.Add(removed.Definition.Seq);
        }

        var newKeys = change.KeysToWrite.Where(key => !entity.HasKey(key)).ToList();
        if (newKeys.Count > 0)
        {
            var definitions = await Definitions.KeysAsync(
                db,
                change.EntityType,
                [.. newKeys.Select(key => key.Key)],
                before.KeyDefinitions,
                now,
                cancellationToken
            );
            foreach (var (name, value) in newKeys)
            {
                var key = new KeyDetail(
                    definitions[name],
                    value,
                    entity.Keys.GetValueOrDefault(name)?.CreatedAt ?? now,
                    now
                );
                entity.Keys[name] = key;
                differences.Keys.Add(key);
            }
        }

        if (entity.Keys.Count > EntityKeys.MaxPerEntity)
            throw ApiProblem.BadRequest(
                $"{entity.Id} would have {entity.Keys.Count} keys; at most {EntityKeys.MaxPerEntity} fit one {EntityKeys.Noun(change.EntityType)}.",
                change.KeysField
            );
        await ApplyTraitsAsync(entity, change, before, differences, cancellationToken);
        return differences;
    }

    private async Task ApplyTraitsAsync(
        EntityDetail entity,
        EntityChange change,
        Before before,
        EntityDifferences differences,
        CancellationToken cancellationToken
    )
    {
        var given = change.Traits.Where(trait => trait is not { Value: null, Increment: null }).ToList();
        foreach (var removal in change.Traits.Except(given))
        {
            RemoveTraits(
                entity,
                differences,
                hierarchy => hierarchy == removal.Hierarchy || TraitPath.IsInside(hierarchy, removal.Hierarchy)
            );
        }

        if (given.Count == 0)
            return;
        var definitions = await Definitions.TraitsAsync(
            db,
            change.EntityType,
            given,
            before.TraitDefinitions,
            now,
            cancellationToken
        );
        foreach (var trait in given)
        {
            var current = entity.Traits.GetValueOrDefault(trait.Hierarchy);
            var value = trait.Value ?? trait.AddTo(current?.Value);
            if (current?.Value == value)
                continue;
            // A value and an object cannot stand at the same place: the newer one does.
            RemoveTraits(
                entity,
                differences,
                hierarchy =>
                    TraitPath.IsInside(hierarchy, trait.Hierarchy) || TraitPath.IsInside(trait.Hierarchy, hierarchy)
            );
            var detail = new TraitDetail(definitions[trait.Hierarchy], value, current?.CreatedAt ?? now, now);
            entity.Traits[trait.Hierarchy] = detail;
            differences.Traits.Add(detail);
        }

        if (entity.Traits.Count > TraitChange.MaxPerEntity)
            throw ApiProblem.BadRequest(
                $"{entity.Id} would have {entity.Traits.Count} traits; at most {TraitChange.MaxPerEntity} fit one {EntityKeys.Noun(change.EntityType)}.",
                "traits"
            );
    }

    private static void RemoveTraits(EntityDetail entity, EntityDifferences differences, Func<string, bool> applies)
    {
        foreach (var hierarchy in entity.Traits.Keys.Where(applies).ToList())
            differences.HasRemovedTraits |= entity.Traits.Remove(hierarchy);
    }

    /// <param name="Entity">Null where there is none.</param>
    /// <param name="KeyDefinitions">Those that exist of the keys named, by name.</param>
    /// <param name="TraitDefinitions">Those that exist of the traits named, by hierarchy.</param>
    private sealed record Before(
        EntityDetail? Entity,
        Dictionary<string, EntityKeyDefinitionRow> KeyDefinitions,
        Dictionary<string, EntityTraitDefinitionRow> TraitDefinitions
    );
}
