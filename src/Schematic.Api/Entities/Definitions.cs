using System.Data.Common;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Entities;

/// <summary>
/// Definitions of keys and traits, made on first sight. Missing ones are inserted in the order of their names, so that
/// two writers that see the same new names at once wait for each other instead of locking each other out.
/// </summary>
internal static class Definitions
{
    public static SqlText SelectKeys(EntityType entityType, IReadOnlyList<string> names) =>
        new(
            $"SELECT seq, id, entity_type, created_at, updated_at, key FROM entity_key_definitions WHERE entity_type = {entityType} AND key IN {names}"
        );

    public static SqlText SelectTraits(EntityType entityType, IReadOnlyList<string> hierarchies) =>
        new(
            $"SELECT seq, id, entity_type, created_at, updated_at, hierarchy, display_name, trait_type FROM entity_trait_definitions WHERE entity_type = {entityType} AND hierarchy IN {hierarchies}"
        );

    /// <param name="known">Those that are known to exist; may be empty.</param>
    /// <returns>The definitions of all <paramref name="names"/>, by name.</returns>
    public static async Task<Dictionary<string, EntityKeyDefinitionRow>> KeysAsync(
        SchematicDb db,
        EntityType entityType,
        IReadOnlyList<string> names,
        Dictionary<string, EntityKeyDefinitionRow> known,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var missing = names.Where(name => !known.ContainsKey(name)).Order(StringComparer.Ordinal).ToList();
        if (missing.Count == 0)
            return known;
        foreach (var name in missing)
        {
            await db.ExecuteAsync(
                new SqlText(
                    $"""
                    INSERT INTO entity_key_definitions (id, entity_type, key, created_at, updated_at)
                    VALUES ({NewId.For(EntityKeyDefinitionRow.IdPrefix, now)}, {entityType}, {name}, {now}, {now})
                    ON CONFLICT (entity_type, key) DO NOTHING
                    """
                ),
                cancellationToken
            );
        }

        return ByName(
            await db.QueryAsync(SelectKeys(entityType, names), row => ReadKey(row, db.Dialect), cancellationToken)
        );
    }

    /// <param name="known">Those that are known to exist; may be empty.</param>
    /// <returns>
    /// The definitions of all <paramref name="traits"/>, by <see cref="EntityTraitDefinitionRow.Hierarchy"/>.
    /// </returns>
    public static async Task<Dictionary<string, EntityTraitDefinitionRow>> TraitsAsync(
        SchematicDb db,
        EntityType entityType,
        IReadOnlyList<TraitChange> traits,
        Dictionary<string, EntityTraitDefinitionRow> known,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var missing = traits
            .Where(trait => !known.ContainsKey(trait.Hierarchy))
            .OrderBy(trait => trait.Hierarchy, StringComparer.Ordinal)
            .ToList();
        if (missing.Count == 0)
            return known;
        foreach (var trait in missing)
        {
            var (id, displayName) = (NewId.For(EntityTraitDefinitionRow.IdPrefix, now), TraitPath.Dotted(trait.Path));
            await db.ExecuteAsync(
                new SqlText(
                    $"""
                    INSERT INTO entity_trait_definitions (id, entity_type, hierarchy, display_name, trait_type, created_at, updated_at)
                    VALUES ({id}, {entityType}, {trait.Hierarchy}, {displayName}, {trait.TraitType}, {now}, {now})
                    ON CONFLICT (entity_type, hierarchy) DO NOTHING
                    """
                ),
                cancellationToken
            );
        }

        return ByHierarchy(
            await db.QueryAsync(
                SelectTraits(entityType, [.. traits.Select(trait => trait.Hierarchy)]),
                row => ReadTrait(row, db.Dialect),
                cancellationToken
            )
        );
    }

    public static Dictionary<string, EntityKeyDefinitionRow> ByName(IEnumerable<EntityKeyDefinitionRow> rows) =>
        rows.ToDictionary(static row => row.Key, StringComparer.Ordinal);

    public static Dictionary<string, EntityTraitDefinitionRow> ByHierarchy(
        IEnumerable<EntityTraitDefinitionRow> rows
    ) => rows.ToDictionary(static row => row.Hierarchy, StringComparer.Ordinal);

    /// <param name="first">The column of <c>seq</c>; id, entity_type, created_at, updated_at and key follow it.</param>
    public static EntityKeyDefinitionRow ReadKey(DbDataReader row, SqlDialect dialect, int first = 0) =>
        new()
        {
            Seq = row.GetInt32(first),
            Id = row.GetString(first + 1),
            EntityType = (EntityType)row.GetInt32(first + 2),
            CreatedAt = dialect.ReadTime(row, first + 3),
            UpdatedAt = dialect.ReadTime(row, first + 4),
            Key = row.GetString(first + 5),
        };

    /// <param name="first">
    /// The column of <c>seq</c>; id, entity_type, created_at, updated_at, hierarchy, display_name and trait_type follow
    /// it.
    /// </param>
    public static EntityTraitDefinitionRow ReadTrait(DbDataReader row, SqlDialect dialect, int first = 0) =>
        new()
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
