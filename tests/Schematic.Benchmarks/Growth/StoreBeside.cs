using Npgsql;
using Schematic.Api.Persistence;
using Schematic.Benchmarks.Seeding;

namespace Schematic.Benchmarks.Growth;

/// <summary>
/// A seeded store of its own beside the one that a command names: a folder in its folder, or a database after whose
/// name it is called.
/// </summary>
internal static class StoreBeside
{
    /// <summary>Makes it if it is missing, and leaves it for the next run.</summary>
    public static async Task<(StoreOptions Store, bool IsNew)> OpenAsync(
        StoreOptions options,
        string name,
        int companies
    )
    {
        var store = At(options, name, companies);
        var isNew =
            options.Provider == DatabaseProvider.Sqlite
                ? !Directory.Exists(store.Data)
                : await CreateAsync(options, store);
        if (isNew)
            await SeedCommand.RunAsync(store);
        return (store, isNew);
    }

    /// <summary>Makes it anew.</summary>
    public static async Task<StoreOptions> RenewAsync(StoreOptions options, string name, int companies)
    {
        var store = At(options, name, companies);
        if (options.Provider == DatabaseProvider.PostgreSql)
            await ExecuteAsync(options, $"DROP DATABASE IF EXISTS {Quoted(store)} WITH (FORCE)");
        else if (Directory.Exists(store.Data))
            Directory.Delete(store.Data, recursive: true);
        return (await OpenAsync(options, name, companies)).Store;
    }

    private static StoreOptions At(StoreOptions options, string name, int companies)
    {
        var store = options with { Companies = companies };
        if (options.Provider == DatabaseProvider.Sqlite)
            return store with { Data = Path.Combine(options.Data, name) };
        var connection = new NpgsqlConnectionStringBuilder(options.Connection);
        connection.Database += $"-{name}";
        return store with { Connection = connection.ToString() };
    }

    /// <returns>False if the database is there already.</returns>
    private static async Task<bool> CreateAsync(StoreOptions options, StoreOptions store)
    {
        await using var source = NpgsqlDataSource.Create(options.Connection!);
        await using var exists = source.CreateCommand("SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)");
        exists.Parameters.Add(
            new NpgsqlParameter { Value = new NpgsqlConnectionStringBuilder(store.Connection).Database }
        );
        if ((bool)(await exists.ExecuteScalarAsync())!)
            return false;
        await ExecuteAsync(options, $"CREATE DATABASE {Quoted(store)}");
        return true;
    }

    private static async Task ExecuteAsync(StoreOptions options, string sql)
    {
        await using var source = NpgsqlDataSource.Create(options.Connection!);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static string Quoted(StoreOptions store)
    {
        using var quoting = new NpgsqlCommandBuilder();
        return quoting.QuoteIdentifier(new NpgsqlConnectionStringBuilder(store.Connection).Database!);
    }
}
