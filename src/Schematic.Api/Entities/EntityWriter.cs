using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Entities;

/// <summary>
/// Creates, updates and deletes companies and users inside a write transaction: a command that finds, one that reads
/// and one that writes, however many there are. Written by hand: this is the path that SDKs take with every identify.
/// </summary>
internal sealed class EntityWriter(SchematicDb db, DateTimeOffset now)
{
    /// <returns>The entity as it is now stored.</returns>
    /// <exception cref="ApiException">The change is refused.</exception>
    public async Task<EntityDetail> ApplyAsync(EntityChange change, CancellationToken cancellationToken) =>
        (await ApplyAsync([change], cancellationToken))[0].Entity();

    /// <summary>
    /// Applies changes in order, each to what those before it left. One that is refused changes nothing.
    /// </summary>
    /// <returns>What became of each.</returns>
    public async Task<IReadOnlyList<EntityOutcome>> ApplyAsync(
        IReadOnlyList<EntityChange> changes,
        CancellationToken cancellationToken
    )
    {
        var stored = await ReadAsync(changes, cancellationToken);
        var (set, outcomes) = Apply(changes, stored);
        if (await StoreDefinitionsAsync(outcomes, stored.Definitions, cancellationToken))
            (set, outcomes) = Apply(changes, stored);

        var differences = new EntityDifferences(db);
        foreach (var entity in set.Entities)
        {
            var before = stored.Entities.GetValueOrDefault(entity.Seq);
            if (entity != before)
                differences.Add(before, entity);
        }

        await differences.WriteAsync(cancellationToken);
        return outcomes;
    }

    /// <returns>The entity as it was.</returns>
    public async Task<EntityDetail> DeleteAsync(EntityReference named, CancellationToken cancellationToken)
    {
        EntityLookup.RequireName(named);
        var stored = await ReadAsync([named], cancellationToken);
        var entity = EntityLookup.Single(named, stored.Entities.Values) ?? throw EntityLookup.NotFound(named);
        db.Changes.Add(ChangeKind.Entity, entity.Seq, db.EnvironmentSeq);
        await db.ExecuteAsync(new SqlText($"DELETE FROM entities WHERE seq = {entity.Seq}"), cancellationToken);
        return entity;
    }

    // One command finds what is named, the definitions of all that the changes speak of, and numbers for what they may
    // create. Another reads what was found, and locks it.
    private async Task<Stored> ReadAsync(IReadOnlyList<EntityReference> named, CancellationToken cancellationToken)
    {
        var stored = new Stored(new DefinitionSet(now));
        if (!named.Any(static one => one.IsNamed))
            return stored;
        var keys = named.SelectMany(static one => one.Keys.Keys.Select(name => (one.EntityType, name))).ToHashSet();
        var traits = named
            .OfType<EntityChange>()
            .SelectMany(static change => change.Traits.Select(trait => (change.EntityType, trait.Hierarchy)))
            .ToHashSet();
        var creations = named.OfType<EntityChange>().Count(static change => change.MayCreate);
        var sql = EntityLookup.SelectSeqs(db, named);
        if (keys.Count > 0)
            sql.Append($"; {Definitions.SelectKeys(db, keys)}");
        if (traits.Count > 0)
            sql.Append($"; {Definitions.SelectTraits(db, traits)}");
        if (creations > 0)
            sql.Append($"; {EntitySql.NewSeqs(db, creations)}");

        HashSet<long> found;
        await using (var results = await db.ReadAsync(sql, cancellationToken))
        {
            found = [.. await results.ListAsync(static row => row.GetInt64(0), cancellationToken)];
            if (keys.Count > 0)
                stored.Definitions.Add(
                    await results.ListAsync(row => Definitions.ReadKey(row, db.Dialect), cancellationToken)
                );
            if (traits.Count > 0)
                stored.Definitions.Add(
                    await results.ListAsync(row => Definitions.ReadTrait(row, db.Dialect), cancellationToken)
                );
            if (creations > 0)
                stored.NewSeqs.AddRange(await results.ListAsync(static row => row.GetInt64(0), cancellationToken));
        }

        await LockAsync(found, named, stored, cancellationToken);
        return stored;
    }

    private async Task LockAsync(
        HashSet<long> found,
        IReadOnlyList<EntityReference> named,
        Stored stored,
        CancellationToken cancellationToken
    )
    {
        if (found.Count == 0)
            return;
        var sql = EntityReader.Select(db, EntityReader.AnyOf(db, found), forUpdate: true);
        await using var results = await db.ReadAsync(sql, cancellationToken);
        foreach (var (seq, entity) in await EntityReader.ReadAsync(db, results, cancellationToken))
        {
            // Found before it was locked: in between, another writer may have taken away all that it was found by.
            if (!named.Any(one => one.Id == entity.Id || one.Keys.Any(entity.HasKey)))
                throw new LostRaceException();
            stored.Entities.Add(seq, entity);
        }
    }

    private (EntityWorkingSet Set, List<EntityOutcome> Outcomes) Apply(
        IReadOnlyList<EntityChange> changes,
        Stored stored
    )
    {
        var set = new EntityWorkingSet(stored.Definitions, stored.NewSeqs, now);
        foreach (var entity in stored.Entities.Values)
            set.Put(entity);
        return (set, [.. changes.Select(change => EntityOutcome.Of(set, change))]);
    }

    /// <returns>Whether there were any to store; what was applied has to be applied again with them.</returns>
    private async Task<bool> StoreDefinitionsAsync(
        List<EntityOutcome> outcomes,
        DefinitionSet definitions,
        CancellationToken cancellationToken
    )
    {
        List<EntityDetail> applied =
        [
            .. outcomes.Where(static outcome => outcome.Refusal is null).Select(static outcome => outcome.Entity()),
        ];
        var keys = applied
            .SelectMany(static entity => entity.Keys.Values.Select(static key => key.Definition))
            .Where(static definition => definition.Seq == 0)
            .ToList();
        var traits = applied
            .SelectMany(static entity => entity.Traits.Values.Select(static trait => trait.Definition))
            .Where(static definition => definition.Seq == 0)
            .ToList();
        if (keys.Count > 0)
            definitions.Add(await Definitions.GetOrCreateAsync(db, keys, cancellationToken));
        if (traits.Count > 0)
            definitions.Add(await Definitions.GetOrCreateAsync(db, traits, cancellationToken));
        return keys.Count + traits.Count > 0;
    }

    /// <param name="Definitions">Those that exist of what is named.</param>
    private sealed record Stored(DefinitionSet Definitions)
    {
        public Dictionary<long, EntityDetail> Entities { get; } = [];

        public List<long> NewSeqs { get; } = [];
    }
}

/// <summary>Result of one change among several: the entity, or a refusal.</summary>
internal readonly record struct EntityOutcome
{
    private readonly EntityDetail? _entity;

    private EntityOutcome(EntityDetail? entity, ApiException? refusal) => (_entity, Refusal) = (entity, refusal);

    public ApiException? Refusal { get; }

    public static EntityOutcome Of(EntityWorkingSet set, EntityChange change)
    {
        try
        {
            return new EntityOutcome(set.Apply(change), null);
        }
        catch (ApiException refusal)
        {
            return new EntityOutcome(null, refusal);
        }
    }

    /// <exception cref="ApiException">The change is refused.</exception>
    public EntityDetail Entity() => _entity ?? throw Refusal!;
}
