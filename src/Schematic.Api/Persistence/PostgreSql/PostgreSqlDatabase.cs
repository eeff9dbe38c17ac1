using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Persistence.PostgreSql;

/// <summary>
/// PostgreSQL, shared by any number of instances. Races between writers end in a retry, not in an error.
/// </summary>
internal sealed class PostgreSqlDatabase : IDatabase, IAsyncDisposable
{
    private const int MaxAttempts = 10;

    // "schematic" in ASCII, cut to 63 bits: any number that others do not use.
    private const long MigrationLock = 0x7363_6865_6D61_7469;

    // Plans are kept with the connection, and a young store outgrows those made when it was empty until the server gets
    // to analysing it: all that is written goes through indexes, whatever the tables looked like at first.
    private const string WriterSettings =
        "SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off";

    private readonly NpgsqlDataSource _readSource;
    private readonly NpgsqlDataSource _writeSource;

    // Contexts are used again: making one costs as much as a small query.
    private readonly PooledDbContextFactory<PostgreSqlSchematicDb> _readers;
    private readonly PooledDbContextFactory<PostgreSqlSchematicDb> _writers;

    public PostgreSqlDatabase(DatabaseOptions options, ILoggerFactory loggers)
    {
        var connection = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        // Hand-written statements repeat: let the server keep their plans, unless the operator said otherwise.
        if (connection.MaxAutoPrepare == 0)
            connection.MaxAutoPrepare = 200;
        // No session keeps settings, locks or temporary tables; cleaning up after none costs 0.2 ms at every use of a
        // connection.
        connection.NoResetOnClose = true;
        _readSource = new NpgsqlDataSourceBuilder(connection.ToString()).UseLoggerFactory(loggers).Build();
        _writeSource = new NpgsqlDataSourceBuilder(connection.ToString())
            .UseLoggerFactory(loggers)
            .UsePhysicalConnectionInitializer(Prepare, PrepareAsync)
            .Build();
        _readers = new(
            new DbContextOptionsBuilder<PostgreSqlSchematicDb>()
                .UseNpgsql(_readSource)
                .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
                .Options
        );
        _writers = new(new DbContextOptionsBuilder<PostgreSqlSchematicDb>().UseNpgsql(_writeSource).Options);
    }

    public event Action<CommittedChanges>? Committed;

    public SqlDialect Dialect => SqlDialect.PostgreSql;

    public bool IsShared => true;

    public SchematicDb Open(int environmentSeq)
    {
        var db = _readers.CreateDbContext();
        db.EnvironmentSeq = environmentSeq;
        return db;
    }

    public async Task<T> WriteAsync<T>(
        int environmentSeq,
        Func<SchematicDb, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = _writers.CreateDbContext();
            db.EnvironmentSeq = environmentSeq;
            db.Database.AutoSavepointsEnabled = false;
            db.Changes = new CommittedChanges();
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                var result = await work(db, cancellationToken);
                // Past this point the answer must not depend on whether the caller is still there.
                await transaction.CommitAsync(CancellationToken.None);
                Committed?.Invoke(db.Changes);
                return result;
            }
            catch (Exception failure) when (attempt < MaxAttempts && LostARace(failure))
            {
                await Task.Delay(RandomNumberGenerator.GetInt32(1, 4 << attempt), cancellationToken);
            }
        }
    }

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = _writers.CreateDbContext();
        await db.Database.OpenConnectionAsync(cancellationToken);
        // Held by this session, not by a transaction: EF opens and ends its own.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", cancellationToken);
        try
        {
            await AppliedMigrations.RequireKnownAsync(db, Place(db), cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", CancellationToken.None);
        }
    }

    public Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _readSource.DisposeAsync();
        await _writeSource.DisposeAsync();
    }

    private static void Prepare(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(WriterSettings, connection);
        command.ExecuteNonQuery();
    }

    private static async Task PrepareAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(WriterSettings, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string Place(SchematicDb db) =>
        $"{db.Database.GetDbConnection().DataSource}, database {db.Database.GetDbConnection().Database}";

    private static bool LostARace(Exception failure) =>
        failure is LostRaceException
        || (failure as PostgresException ?? failure.InnerException as PostgresException)?.SqlState
            is PostgresErrorCodes.UniqueViolation
                or PostgresErrorCodes.ForeignKeyViolation
                or PostgresErrorCodes.SerializationFailure
                or PostgresErrorCodes.DeadlockDetected;
}
