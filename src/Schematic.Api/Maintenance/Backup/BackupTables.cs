using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.PostgreSql;

namespace Schematic.Api.Maintenance.Backup;

/// <summary>The tables that a backup holds, read from the model: one that is added later is in it by itself.</summary>
internal static class BackupTables
{
    /// <summary>
    /// All tables but the feed of changes, whose rows name transactions of one database. A table comes after those
    /// that it refers to.
    /// </summary>
    public static IReadOnlyList<BackupTable> Of(SchematicDb db)
    {
        var types = db
            .Model.GetEntityTypes()
            .Where(static type => type.BaseType is null && type.ClrType != typeof(ChangeRow))
            .OrderBy(static type => type.GetTableName(), StringComparer.Ordinal)
            .ToList();
        var ordered = new List<IEntityType>(types.Count);
        while (types.Count > 0)
        {
            var ready = types.FindAll(type => Principals(type).All(ordered.Contains));
            if (ready.Count == 0)
                throw new InvalidOperationException($"These refer to each other: {string.Join(", ", types)}.");
            ordered.AddRange(ready);
            types.RemoveAll(ready.Contains);
        }

        return [.. ordered.Select(static type => TableOf(type))];
    }

    /// <exception cref="NotSupportedException">No kind of column holds such values.</exception>
    public static ColumnKind KindOf(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(DateTimeOffset))
            return ColumnKind.Time;
        if (plain == typeof(byte[]))
            return ColumnKind.Bytes;
        return Type.GetTypeCode(plain) switch
        {
            TypeCode.Boolean => ColumnKind.Bool,
            TypeCode.Int16 => ColumnKind.Int16,
            TypeCode.Int32 => ColumnKind.Int32,
            TypeCode.Int64 => ColumnKind.Int64,
            TypeCode.String => ColumnKind.Text,
            _ => throw new NotSupportedException($"A backup cannot hold {plain}: add it to {nameof(ColumnKind)}."),
        };
    }

    private static IEnumerable<IEntityType> Principals(IEntityType type) =>
        type.GetDerivedTypesInclusive()
            .SelectMany(static one => one.GetForeignKeys())
            .Select(static reference => (IEntityType)reference.PrincipalEntityType.GetRootType())
            .Where(principal => principal != type);

    // Several types of rows may share a table.
    private static BackupTable TableOf(IEntityType type)
    {
        var columns = type.GetDerivedTypesInclusive()
            .SelectMany(static one => one.GetProperties())
            .DistinctBy(NameOf)
            .OrderBy(NameOf, StringComparer.Ordinal)
            .ToList();
        return new BackupTable(
            type.GetTableName()!,
            [.. columns.Select(static property => new BackupColumn(NameOf(property), KindOf(property)))],
            columns.SingleOrDefault(IsCounter) is { } counter ? NameOf(counter) : null
        );
    }

    private static string NameOf(IProperty property) => property.GetColumnName();

    // SQLite stores times as integers, which the backup should not.
    private static ColumnKind KindOf(IProperty property) =>
        KindOf(
            (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(DateTimeOffset)
                ? property.ClrType
                : property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType
        );

    private static bool IsCounter(IProperty property) =>
        property.ValueGenerated == ValueGenerated.OnAdd && property.IsPrimaryKey();
}
