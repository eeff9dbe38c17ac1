using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Npgsql;
using Schematic.Api.Hosting;

namespace Schematic.Testing.Databases;

/// <summary>The values of <c>Database:Provider</c>.</summary>
public enum DatabaseProvider
{
    Sqlite,
    PostgreSql,
}

/// <summary>An empty database of its own for whoever asks, and the settings by which a server finds it.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    public abstract DatabaseProvider Provider { get; }

    /// <summary>The folder given to the server as <c>Data:Path</c>.</summary>
    public string DataPath { get; } = Directory.CreateTempSubdirectory("schematic-test-").FullName;

    /// <summary>What the server is configured with.</summary>
    public virtual IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string> { ["Data:Path"] = DataPath, ["Database:Provider"] = Provider.ToString() };

    public static async Task<TestDatabase> CreateAsync(DatabaseProvider provider) =>
        provider switch
        {
            DatabaseProvider.Sqlite => new SqliteTestDatabase(),
            DatabaseProvider.PostgreSql => await PostgreSqlTestDatabase.CreateAsync(),
            _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, null),
        };

    public virtual ValueTask DisposeAsync()
    {
        Directory.Delete(DataPath, recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private sealed class SqliteTestDatabase : TestDatabase
    {
        public override DatabaseProvider Provider => DatabaseProvider.Sqlite;

        public override ValueTask DisposeAsync()
        {
            // The server's assembly says which SQLite library is used; nothing of the provider may be touched before.
            RuntimeHelpers.RunModuleConstructor(typeof(ApiApplication).Module.ModuleHandle);
            // Pooled connections hold the file and its -wal and -shm open; only then may the folder go.
            SqliteConnection.ClearAllPools();
            return base.DisposeAsync();
        }
    }

    private sealed class PostgreSqlTestDatabase(string cluster, string name) : TestDatabase
    {
        public override DatabaseProvider Provider => DatabaseProvider.PostgreSql;

        public override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string>(base.Settings)
            {
                ["ConnectionStrings:Schematic"] = new NpgsqlConnectionStringBuilder(cluster)
                {
                    Database = name,
                    Pooling = true,
                    MaxPoolSize = 20,
                }.ConnectionString,
            };

        public static async Task<TestDatabase> CreateAsync()
        {
            var cluster = await PostgreSqlCluster.ConnectionStringAsync();
            var name = $"test_{Guid.NewGuid():n}";
            await ExecuteAsync(cluster, $"CREATE DATABASE {name}");
            return new PostgreSqlTestDatabase(cluster, name);
        }

        public override async ValueTask DisposeAsync()
        {
            await ExecuteAsync(cluster, $"DROP DATABASE {name} WITH (FORCE)");
            await base.DisposeAsync();
        }

        private static async Task ExecuteAsync(string cluster, string sql)
        {
            await using var connection = new NpgsqlConnection(cluster);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
