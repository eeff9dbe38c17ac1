using Schematic.Contracts.Entities;

namespace Schematic.Api.Entities;

/// <summary>Definitions of keys and traits by their names; one that is unknown is made, but not stored.</summary>
internal sealed class DefinitionSet(DateTimeOffset now)
{
    private readonly Dictionary<(EntityType Type, string Name), EntityKeyDefinitionRow> _keys = [];
    private readonly Dictionary<(EntityType Type, string Hierarchy), EntityTraitDefinitionRow> _traits = [];

    public void Add(IEnumerable<EntityKeyDefinitionRow> rows)
    {
        foreach (var row in rows)
            _keys[(row.EntityType, row.Key)] = row;
    }

    public void Add(IEnumerable<EntityTraitDefinitionRow> rows)
    {
        foreach (var row in rows)
            _traits[(row.EntityType, row.Hierarchy)] = row;
    }

    /// <returns>With seq 0 if it is not stored.</returns>
    public EntityKeyDefinitionRow Key(EntityType entityType, string name) =>
        _keys.GetValueOrDefault((entityType, name)) ?? Definitions.NewKey(entityType, name, now);

    /// <returns>With seq 0 if it is not stored.</returns>
    public EntityTraitDefinitionRow Trait(EntityType entityType, TraitChange trait) =>
        _traits.GetValueOrDefault((entityType, trait.Hierarchy)) ?? Definitions.NewTrait(entityType, trait, now);
}
