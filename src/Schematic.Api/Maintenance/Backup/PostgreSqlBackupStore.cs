using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Schematic.Api.Persistence.PostgreSql;

namespace Schematic.Api.Maintenance.Backup;

internal sealed class PostgreSqlBackupStore : BackupStore
{
    public PostgreSqlBackupStore(string connectionString)
        : this(
            new NpgsqlConnection(
                new NpgsqlConnectionStringBuilder(connectionString)
                {
                    Pooling = false,
                    CommandTimeout = 0,
                    MaxAutoPrepare = 0,
                }.ToString()
            )
        ) { }

    private PostgreSqlBackupStore(NpgsqlConnection connection)
        : base(
            connection,
            new PostgreSqlSchematicDb(
                new DbContextOptionsBuilder<PostgreSqlSchematicDb>().UseNpgsql(connection).Options
            )
        ) { }

    public override string Place => $"{Connection.DataSource}, database {Connection.Database}";

    protected override string MigrationsTable =>
        """SELECT 1 WHERE to_regclass('"__EFMigrationsHistory"') IS NOT NULL""";

    private NpgsqlConnection Npgsql => (NpgsqlConnection)Connection;

    public override async Task BeginSnapshotAsync(CancellationToken cancellationToken)
    {
        await Connection.OpenAsync(cancellationToken);
        await ExecuteAsync("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", cancellationToken);
        await ExecuteAsync("SET LOCAL statement_timeout = 0", cancellationToken);
    }

    public override async Task BeginRestoreAsync(CancellationToken cancellationToken)
    {
        await Connection.OpenAsync(cancellationToken);
        if (await PostgreSqlDatabase.IsPooledAsync(Npgsql, cancellationToken))
            throw new CommandRefusedException(
                "The connection leads to a pooler, through which no lock can be held. Name the database's own address "
                    + "in ConnectionStrings:SchematicDirect; nothing was changed."
            );
        await ExecuteAsync("SET statement_timeout = 0", cancellationToken);
        // A server that starts meanwhile waits, and finds the store filled. It goes with the session.
        await ExecuteAsync(
            string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_lock({PostgreSqlDatabase.MigrationLock})"),
            cancellationToken
        );
    }

    public override async Task BeginFillAsync(CancellationToken cancellationToken)
    {
        await ExecuteAsync("BEGIN", cancellationToken);
        // A server that fills an empty store holds the same lock first.
        await ExecuteAsync("LOCK TABLE accounts IN SHARE ROW EXCLUSIVE MODE", cancellationToken);
    }

    public override async Task CommitAsync(CancellationToken cancellationToken)
    {
        await ExecuteAsync("COMMIT", cancellationToken);
        await ExecuteAsync("ANALYZE", cancellationToken);
    }

    public override async Task<long> GetCounterAsync(BackupTable table, CancellationToken cancellationToken)
    {
        await using var sequence = Command($"SELECT pg_get_serial_sequence('{table.Name}', '{table.Counter}')");
        var name = (string)(await sequence.ExecuteScalarAsync(cancellationToken))!;
        await using var last = Command($"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {name}");
        return Convert.ToInt64(await last.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    public override Task SetCounterAsync(BackupTable table, long last, CancellationToken cancellationToken) =>
        last == 0
            ? Task.CompletedTask
            : ExecuteAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"SELECT setval(pg_get_serial_sequence('{table.Name}', '{table.Counter}'), {last})"
                ),
                cancellationToken
            );

    public override async Task<IRowLoader> LoadAsync(BackupTable table, CancellationToken cancellationToken)
    {
        var import = await Npgsql.BeginBinaryImportAsync(
            $"COPY {table.QuotedName} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)",
            cancellationToken
        );
        return new Copy(import, [.. table.Columns.Select(static column => TypeOf(column.Kind))]);
    }

    private static NpgsqlDbType TypeOf(ColumnKind kind) =>
        kind switch
        {
            ColumnKind.Bool => NpgsqlDbType.Boolean,
            ColumnKind.Int16 => NpgsqlDbType.Smallint,
            ColumnKind.Int32 => NpgsqlDbType.Integer,
            ColumnKind.Int64 => NpgsqlDbType.Bigint,
            ColumnKind.Text => NpgsqlDbType.Text,
            ColumnKind.Bytes => NpgsqlDbType.Bytea,
            ColumnKind.Time => NpgsqlDbType.TimestampTz,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    private sealed class Copy(NpgsqlBinaryImporter import, NpgsqlDbType[] types) : IRowLoader
    {
        public async Task AddAsync(object?[] values, CancellationToken cancellationToken)
        {
            await import.StartRowAsync(cancellationToken);
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i] is { } value)
                    await import.WriteAsync(value, types[i], cancellationToken);
                else
                    await import.WriteNullAsync(cancellationToken);
            }
        }

        public async Task CompleteAsync(CancellationToken cancellationToken) =>
            await import.CompleteAsync(cancellationToken);

        public ValueTask DisposeAsync() => import.DisposeAsync();
    }
}
