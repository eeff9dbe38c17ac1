using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Persistence;

/// <summary>
/// The one model of both databases. Each slice describes its own rows, and adds its sets, in its <c>…Row</c> files.
/// </summary>
internal abstract class SchematicDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>
    /// The <see cref="EnvironmentSeq"/> of a context that sees no environment, only what the account shares. No
    /// environment has it.
    /// </summary>
    public const int AccountSeq = 0;

    /// <summary>
    /// The <see cref="EnvironmentSeq"/> of incidental writes, which only complete rows that are stored already. No list
    /// of an environment shows them, and that they find room on a full disk says little.
    /// </summary>
    public const int IncidentalSeq = -1;

    private static readonly MethodInfo FilterByEnvironmentMethod = typeof(SchematicDb).GetMethod(
        nameof(FilterByEnvironment),
        BindingFlags.Instance | BindingFlags.NonPublic
    )!;

    /// <summary>The environment whose rows this context sees; <see cref="AccountSeq"/> until one is chosen.</summary>
    public int EnvironmentSeq { get; set; }

    /// <summary>Filled by whoever writes; told to the <see cref="ChangeFeed"/> once it is committed.</summary>
    public ChangeSet Changes { get; set; } = new();

    /// <summary>
    /// Prepared commands of the one writing connection of SQLite; null where a pool of connections prepares for itself.
    /// </summary>
    public CommandCache? Commands { get; init; }

    public abstract SqlDialect Dialect { get; }

    /// <summary>
    /// True after a <see cref="CallAsync"/> that is not waited for any more: its result must be left alone.
    /// </summary>
    public virtual bool HasGivenUp => false;

    /// <summary>Waits for an answer of the database, but not longer than it is worth.</summary>
    /// <exception cref="LostDatabaseException">The database does not answer.</exception>
    public virtual Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        call(cancellationToken);

    /// <summary>Goes to the next row, as <see cref="CallAsync"/> does.</summary>
    public virtual Task<bool> ReadRowAsync(DbDataReader rows, CancellationToken cancellationToken) =>
        rows.ReadAsync(cancellationToken);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SchematicDb).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            if (entity.IsRootOfEnvironment())
                FilterByEnvironmentMethod.MakeGenericMethod(entity.ClrType).Invoke(this, [modelBuilder]);
            UseNamesOfTheWire(entity);
        }
    }

    private static void UseNamesOfTheWire(IMutableEntityType entity)
    {
        foreach (var property in entity.GetProperties())
        {
            property.SetColumnName(SnakeCase.FromName(property.Name));
            // By its name EF takes Id for the key, and leaves it optional once another key is named.
            if (property.Name == "Id")
                property.IsNullable = false;
        }

        foreach (var key in entity.GetKeys())
            key.SetName($"pk_{entity.GetTableName()}");
        foreach (var index in entity.GetIndexes())
            index.SetDatabaseName($"ix_{entity.GetTableName()}_{Columns(index.Properties)}");
        foreach (var reference in entity.GetForeignKeys())
            reference.SetConstraintName($"fk_{entity.GetTableName()}_{Columns(reference.Properties)}");
    }

    private static string Columns(IReadOnlyList<IMutableProperty> properties) =>
        string.Join('_', properties.Select(static property => SnakeCase.FromName(property.Name)));

    // The property of the context, not a value: EF reads it anew with each query.
    private void FilterByEnvironment<T>(ModelBuilder modelBuilder)
        where T : class, IEnvironmentScoped =>
        modelBuilder
            .Entity<T>()
            .HasQueryFilter(row => EF.Property<int>(row, nameof(IEnvironmentScoped.EnvironmentSeq)) == EnvironmentSeq);
}
