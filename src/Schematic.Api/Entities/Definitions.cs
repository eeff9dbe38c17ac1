using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Entities;

/// <summary>
/// Definitions of keys and traits, made on first sight. Missing ones are inserted in the order of their names, so that two
/// writers that see the same new names at once wait for each other instead of locking each other out.
/// </summary>
internal static class Definitions
{
    /// <summary>By name.</summary>
    public static async Task<Dictionary<string, EntityKeyDefinitionRow>> KeysAsync(
        SchematicDb db, EntityType entityType, IReadOnlyList<string> names, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await ReadAsync();
        var missing = names.Where(name => !known.ContainsKey(name)).Order(StringComparer.Ordinal).ToList();
        if (missing.Count == 0)
            return known;
        foreach (var name in missing)
        {
            await db.ExecuteAsync(
                new SqlText($"""
                    INSERT INTO entity_key_definitions (id, entity_type, key, created_at, updated_at)
                    VALUES ({NewId.For(EntityKeyDefinitionRow.IdPrefix, now)}, {entityType}, {name}, {now}, {now})
                    ON CONFLICT (entity_type, key) DO NOTHING
                    """),
                cancellationToken);
        }

        return await ReadAsync();

        Task<Dictionary<string, EntityKeyDefinitionRow>> ReadAsync() => db.EntityKeyDefinitions.AsNoTracking()
            .Where(row => row.EntityType == entityType && names.Contains(row.Key))
            .ToDictionaryAsync(row => row.Key, StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>By <see cref="EntityTraitDefinitionRow.Hierarchy"/>.</summary>
    public static async Task<Dictionary<string, EntityTraitDefinitionRow>> TraitsAsync(
        SchematicDb db, EntityType entityType, IReadOnlyList<TraitChange> traits, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hierarchies = traits.Select(trait => trait.Hierarchy).ToList();
        var known = await ReadAsync();
        var missing = traits.Where(trait => !known.ContainsKey(trait.Hierarchy)).OrderBy(trait => trait.Hierarchy, StringComparer.Ordinal).ToList();
        if (missing.Count == 0)
            return known;
        foreach (var trait in missing)
        {
            await db.ExecuteAsync(
                new SqlText($"""
                    INSERT INTO entity_trait_definitions (id, entity_type, hierarchy, display_name, trait_type, created_at, updated_at)
                    VALUES ({NewId.For(EntityTraitDefinitionRow.IdPrefix, now)}, {entityType}, {trait.Hierarchy}, {TraitPath.Dotted(trait.Path)}, {trait.TraitType}, {now}, {now})
                    ON CONFLICT (entity_type, hierarchy) DO NOTHING
                    """),
                cancellationToken);
        }

        return await ReadAsync();

        Task<Dictionary<string, EntityTraitDefinitionRow>> ReadAsync() => db.EntityTraitDefinitions.AsNoTracking()
            .Where(row => row.EntityType == entityType && hierarchies.Contains(row.Hierarchy))
            .ToDictionaryAsync(row => row.Hierarchy, StringComparer.Ordinal, cancellationToken);
    }
}
