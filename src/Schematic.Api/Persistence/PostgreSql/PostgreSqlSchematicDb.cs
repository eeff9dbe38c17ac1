using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Persistence.PostgreSql.Reach;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Persistence.PostgreSql;

internal sealed class PostgreSqlSchematicDb(DbContextOptions<PostgreSqlSchematicDb> options) : SchematicDb(options)
{
    private Task? _givenUp;

    public override SqlDialect Dialect => SqlDialect.PostgreSql;

    /// <summary>Bounds the waiting for answers; null for migrations and the like.</summary>
    public DatabaseReach? Reach { get; set; }

    public override bool HasGivenUp => _givenUp is not null;

    public override Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        Reach is { } reach
            ? reach.WaitAsync(call, running => _givenUp = running, cancellationToken)
            : call(cancellationToken);

    // Most rows have come with those before: nothing is to be waited for.
    public override Task<bool> ReadRowAsync(DbDataReader rows, CancellationToken cancellationToken)
    {
        if (Reach is null)
            return base.ReadRowAsync(rows, cancellationToken);
        var running = rows.ReadAsync(CancellationToken.None);
        return running.IsCompleted ? running : CallAsync(_ => running, cancellationToken);
    }

    public override ValueTask DisposeAsync()
    {
        if (_givenUp is not { } running)
            return base.DisposeAsync();
        _ = DisposeAfterAsync(running);
        return ValueTask.CompletedTask;
    }

    // The connection is of no use to anybody before the call on it has ended.
    private async Task DisposeAfterAsync(Task running)
    {
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await Database.GetDbConnection().CloseAsync();
        }
        catch (Exception broken) when (broken is DbException or InvalidOperationException or IOException)
        {
            // It is closed, then.
        }

        _givenUp = null;
        await base.DisposeAsync();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ChangeRow.Configure(modelBuilder.Entity<ChangeRow>());
        base.OnModelCreating(modelBuilder);
        foreach (var type in modelBuilder.Model.GetEntityTypes().ToList())
        {
            if (type.ClrType.GetCustomAttribute<PartitionedByAttribute>() is not { } partitioned)
                continue;
            var row = modelBuilder.Entity(type.ClrType);
            var key = type.FindPrimaryKey()!.Properties.Single().Name;
            row.HasKey(key, partitioned.Property).HasName($"pk_{type.GetTableName()}");
            // A key of two columns is not counted up unless it is said.
            row.Property(key).UseIdentityAlwaysColumn();
        }
    }

    // Text is compared by bytes, as SQLite does: the same order and the same equality on both databases.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<string>().UseCollation("C");
}
