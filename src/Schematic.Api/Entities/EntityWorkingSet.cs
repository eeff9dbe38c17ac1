using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Entities;

/// <summary>
/// Companies and users in memory, to which changes are applied one after the other, each seeing what those before it
/// did. Nothing here reads or writes. Rules: the domain's "Keys and upserts".
/// </summary>
/// <param name="seqs">For those that are created; at least as many as there are changes.</param>
internal sealed class EntityWorkingSet(DefinitionSet definitions, IEnumerable<long> seqs, DateTimeOffset now)
{
    private const int MaxNameLength = 256;

    private readonly Queue<long> _seqs = new(seqs);
    private readonly Dictionary<string, EntityDetail> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(EntityType Type, string Name, string Value), EntityDetail> _byKey = [];

    /// <summary>All as they now are.</summary>
    public IReadOnlyCollection<EntityDetail> Entities => _byId.Values;

    /// <summary>Takes in one as it is stored, or as it has become.</summary>
    public void Put(EntityDetail entity)
    {
        if (_byId.TryGetValue(entity.Id, out var former))
        {
            foreach (var (name, key) in former.Keys)
                _byKey.Remove((former.EntityType, name, key.Value));
        }

        _byId[entity.Id] = entity;
        foreach (var (name, key) in entity.Keys)
            _byKey[(entity.EntityType, name, key.Value)] = entity;
    }

    /// <returns>The entity as the change leaves it. A later change makes another object of it.</returns>
    /// <exception cref="ApiException">The change is refused, and changed nothing.</exception>
    public EntityDetail Apply(EntityChange change)
    {
        EntityLookup.RequireName(change);
        var entity = EntityLookup.Single(change, Named(change));
        if (entity is not null && change.GetOrCreate)
            return entity;
        var after = entity is null ? Create(change) : Update(entity, change);
        Put(after);
        return after;
    }

    private HashSet<EntityDetail> Named(EntityChange change)
    {
        var found = new HashSet<EntityDetail>(ReferenceEqualityComparer.Instance);
        if (change.Id is { } id && _byId.TryGetValue(id, out var byId))
            found.Add(byId);
        foreach (var (name, value) in change.Keys)
        {
            if (_byKey.TryGetValue((change.EntityType, name, value), out var byKey))
                found.Add(byKey);
        }

        return found;
    }

    private EntityDetail Create(EntityChange change)
    {
        if (change.UpdateOnly || change.Id is not null)
            throw EntityLookup.NotFound(change);
        if (!change.KeysToWrite.Any())
            throw NoKeyLeft($"the {EntityKeys.Noun(change.EntityType)}");
        var entity = new EntityDetail
        {
            Seq = _seqs.Dequeue(),
            Id = NewId.For(EntityKeys.IdPrefix(change.EntityType), now),
            EntityType = change.EntityType,
            Name = NameOf(change, change.KeysToWrite.First().Value),
            LastSeenAt = change.LastSeenAt ?? change.Seen?.At ?? now,
            CreatedAt = now,
            UpdatedAt = now,
        };
        ApplyKeys(entity, change);
        ApplyTraits(entity, change);
        return entity;
    }

    private EntityDetail Update(EntityDetail stored, EntityChange change)
    {
        if (change.CreateOnly)
            throw ApiProblem.Conflict(
                $"A {EntityKeys.Noun(change.EntityType)} with {EntityKeys.Describe(change.Keys)} exists already: "
                    + $"{stored.Id}. Update it, or use other keys.",
                change.KeysField
            );
        if (change.PreventKeyRemap)
            RefuseRemap(stored, change);
        var entity = stored.Copy();
        ApplyKeys(entity, change);
        ApplyTraits(entity, change);
        if (entity.Keys.Count == 0)
            throw NoKeyLeft(entity.Id);
        entity.Name = NameOf(change, entity.Name);
        entity.LastSeenAt = change.LastSeenAt ?? change.Seen?.After(stored.LastSeenAt) ?? now;
        entity.UpdatedAt = now;
        return entity;
    }

    private void ApplyKeys(EntityDetail entity, EntityChange change)
    {
        foreach (var name in change.RemoveKeys)
            entity.Keys.Remove(name);
        foreach (var key in change.KeysToWrite)
        {
            if (entity.HasKey(key))
                continue;
            var definition = definitions.Key(change.EntityType, key.Key);
            var createdAt = entity.Keys.GetValueOrDefault(key.Key)?.CreatedAt ?? now;
            entity.Keys[key.Key] = new KeyDetail(definition, key.Value, createdAt, now);
        }

        if (entity.Keys.Count > EntityKeys.MaxPerEntity)
            throw ApiProblem.BadRequest(
                $"{entity.Id} would have {entity.Keys.Count} keys; at most {EntityKeys.MaxPerEntity} fit one "
                    + $"{EntityKeys.Noun(change.EntityType)}.",
                change.KeysField
            );
    }

    // Removals first, wherever in the request they stand.
    private void ApplyTraits(EntityDetail entity, EntityChange change)
    {
        foreach (var removal in change.Traits.Where(IsRemoval))
            RemoveTraits(
                entity,
                hierarchy => hierarchy == removal.Hierarchy || TraitPath.IsInside(hierarchy, removal.Hierarchy)
            );
        foreach (var trait in change.Traits.Where(static trait => !IsRemoval(trait)))
        {
            var current = entity.Traits.GetValueOrDefault(trait.Hierarchy);
            var value = trait.Value ?? trait.AddTo(current?.Value);
            if (current?.Value == value)
                continue;
            // A value and an object cannot stand at the same place: the newer one does.
            RemoveTraits(
                entity,
                hierarchy =>
                    TraitPath.IsInside(hierarchy, trait.Hierarchy) || TraitPath.IsInside(trait.Hierarchy, hierarchy)
            );
            var definition = definitions.Trait(change.EntityType, trait);
            entity.Traits[trait.Hierarchy] = new TraitDetail(definition, value, current?.CreatedAt ?? now, now);
        }

        if (entity.Traits.Count > TraitChange.MaxPerEntity)
            throw ApiProblem.BadRequest(
                $"{entity.Id} would have {entity.Traits.Count} traits; at most {TraitChange.MaxPerEntity} fit one "
                    + $"{EntityKeys.Noun(change.EntityType)}.",
                "traits"
            );
    }

    private static bool IsRemoval(TraitChange trait) => trait is { Value: null, Increment: null };

    private static void RemoveTraits(EntityDetail entity, Func<string, bool> applies)
    {
        foreach (var hierarchy in entity.Traits.Keys.Where(applies).ToList())
            entity.Traits.Remove(hierarchy);
    }

    private static void RefuseRemap(EntityDetail entity, EntityChange change)
    {
        foreach (var (name, value) in change.KeysToWrite)
        {
            if (entity.Keys.TryGetValue(name, out var current) && current.Value != value)
                throw ApiProblem.Conflict(
                    $"{entity.Id} has the key {name} \"{ApiProblem.Shorten(current.Value)}\" already, and "
                        + "prevent_key_remap is set. Nothing was changed.",
                    FieldPath.Entry(change.KeysField, name)
                );
        }
    }

    private static ApiException NoKeyLeft(string whom) =>
        ApiProblem.BadRequest(
            $"remove_keys would leave {whom} without a key. Keep at least one, or add another first.",
            "remove_keys"
        );

    private static string NameOf(EntityChange change, string otherwise) =>
        change.Name is { Length: > 0 } name ? name : TextLength.Cut(otherwise, MaxNameLength);
}
