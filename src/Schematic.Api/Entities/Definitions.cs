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
    private static readonly string[] TraitColumns =
    [
        "id",
        "entity_type",
        "hierarchy",
        "display_name",
        "trait_type",
        "created_at",
        "updated_at",
    ];

    private static readonly Comparer<(EntityType Type, string Name)> ByName = Comparer<(
        EntityType Type,
        string Name
    )>.Create(static (a, b) => a.Type == b.Type ? string.CompareOrdinal(a.Name, b.Name) : a.Type.CompareTo(b.Type));

    public static EntityKeyDefinitionRow NewKey(EntityType entityType, string name, DateTimeOffset now) =>
        new()
        {
            Id = NewId.For(EntityKeyDefinitionRow.IdPrefix, now),
            EntityType = entityType,
            Key = name,
            CreatedAt = now,
            UpdatedAt = now,
        };

    public static EntityTraitDefinitionRow NewTrait(EntityType entityType, TraitChange trait, DateTimeOffset now) =>
        new()
        {
            Id = NewId.For(EntityTraitDefinitionRow.IdPrefix, now),
            EntityType = entityType,
            Hierarchy = trait.Hierarchy,
            DisplayName = TraitPath.Dotted(trait.Path),
            TraitType = trait.TraitType,
            CreatedAt = now,
            UpdatedAt = now,
        };

    /// <param name="names">At least one; a row may come more than once.</param>
    public static SqlText SelectKeys(SchematicDb db, IEnumerable<(EntityType Type, string Name)> names) =>
        new(
            $"""
            SELECT d.seq, d.id, d.entity_type, d.created_at, d.updated_at, d.key
            FROM {Table(db, names)} CROSS JOIN entity_key_definitions d
            WHERE d.entity_type = u.entity_type AND d.key = u.name
            """
        );

    /// <param name="hierarchies">At least one; a row may come more than once.</param>
    public static SqlText SelectTraits(SchematicDb db, IEnumerable<(EntityType Type, string Name)> hierarchies) =>
        new(
            $"""
            SELECT d.seq, d.id, d.entity_type, d.created_at, d.updated_at, d.hierarchy, d.display_name, d.trait_type
            FROM {Table(db, hierarchies)} CROSS JOIN entity_trait_definitions d
            WHERE d.entity_type = u.entity_type AND d.hierarchy = u.name
            """
        );

    /// <returns>The rows of these names as they are stored: those given, unless others were there already.</returns>
    public static Task<List<EntityKeyDefinitionRow>> GetOrCreateAsync(
        SchematicDb db,
        IEnumerable<EntityKeyDefinitionRow> definitions,
        CancellationToken cancellationToken
    )
    {
        var rows = new SqlRows("id", "entity_type", "key", "created_at", "updated_at");
        var names = new SortedSet<(EntityType, string)>(ByName);
        foreach (var row in definitions.OrderBy(static row => (row.EntityType, row.Key), ByName))
        {
            if (names.Add((row.EntityType, row.Key)))
                rows.Add(row.Id, (int)row.EntityType, row.Key, row.CreatedAt, row.UpdatedAt);
        }

        return db.QueryAfterAsync(
            db.Dialect.Insert(
                new SqlLiteral("entity_key_definitions"),
                rows,
                "ON CONFLICT (entity_type, key) DO NOTHING"
            ),
            SelectKeys(db, names),
            row => ReadKey(row, db.Dialect),
            cancellationToken
        );
    }

    /// <inheritdoc cref="GetOrCreateAsync(SchematicDb, IEnumerable{EntityKeyDefinitionRow}, CancellationToken)"/>
    public static Task<List<EntityTraitDefinitionRow>> GetOrCreateAsync(
        SchematicDb db,
        IEnumerable<EntityTraitDefinitionRow> definitions,
        CancellationToken cancellationToken
    )
    {
        var rows = new SqlRows(TraitColumns);
        var hierarchies = new SortedSet<(EntityType, string)>(ByName);
        foreach (var row in definitions.OrderBy(static row => (row.EntityType, row.Hierarchy), ByName))
        {
            var (type, traitType) = ((int)row.EntityType, (int)row.TraitType);
            if (hierarchies.Add((row.EntityType, row.Hierarchy)))
                rows.Add(row.Id, type, row.Hierarchy, row.DisplayName, traitType, row.CreatedAt, row.UpdatedAt);
        }

        return db.QueryAfterAsync(
            db.Dialect.Insert(
                new SqlLiteral("entity_trait_definitions"),
                rows,
                "ON CONFLICT (entity_type, hierarchy) DO NOTHING"
            ),
            SelectTraits(db, hierarchies),
            row => ReadTrait(row, db.Dialect),
            cancellationToken
        );
    }

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

    private static SqlText Table(SchematicDb db, IEnumerable<(EntityType Type, string Name)> names)
    {
        var rows = new SqlRows("entity_type", "name");
        foreach (var (type, name) in names)
            rows.Add((int)type, name);
        return db.Dialect.Table(rows);
    }
}
