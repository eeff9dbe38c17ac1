using System.Data.Common;
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

        async Task<Dictionary<string, EntityKeyDefinitionRow>> ReadAsync() =>
            (await db.QueryAsync(
                new SqlText($"SELECT seq, id, entity_type, created_at, updated_at, key FROM entity_key_definitions WHERE entity_type = {entityType} AND key IN {names}"),
                row => ReadKey(row, db.Dialect()),
                cancellationToken)).ToDictionary(static row => row.Key, StringComparer.Ordinal);
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

        async Task<Dictionary<string, EntityTraitDefinitionRow>> ReadAsync() =>
            (await db.QueryAsync(
                new SqlText($"SELECT seq, id, entity_type, created_at, updated_at, hierarchy, display_name, trait_type FROM entity_trait_definitions WHERE entity_type = {entityType} AND hierarchy IN {hierarchies}"),
                row => ReadTrait(row, db.Dialect()),
                cancellationToken)).ToDictionary(static row => row.Hierarchy, StringComparer.Ordinal);
    }

    /// <param name="first">The column of <c>seq</c>; id, entity_type, created_at, updated_at and key follow it.</param>
    public static EntityKeyDefinitionRow ReadKey(DbDataReader row, SqlDialect dialect, int first = 0) => new()
    {
        Seq = row.GetInt32(first),
        Id = row.GetString(first + 1),
        EntityType = (EntityType)row.GetInt32(first + 2),
        CreatedAt = dialect.ReadTime(row, first + 3),
        UpdatedAt = dialect.ReadTime(row, first + 4),
        Key = row.GetString(first + 5),
    };

    /// <param name="first">The column of <c>seq</c>; id, entity_type, created_at, updated_at, hierarchy, display_name and trait_type follow it.</param>
    public static EntityTraitDefinitionRow ReadTrait(DbDataReader row, SqlDialect dialect, int first = 0) => new()
    {
        Seq = row.GetInt32(first),
        Id = row.GetString(first + 1),
        EntityType = (EntityType)row.GetInt32(first + 2),
        CreatedAt = dialect.ReadTime(row, first + 3),
        UpdatedAt = dialect.ReadTime(row, first + 4),
        Hierarchy = row.GetString(first + 5),
        DisplayName = row.GetString(first + 6),
        TraitType = (TraitType)row.GetInt32(first + 7),
    };
}
