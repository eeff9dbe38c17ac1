using Npgsql;
using Schematic.Testing.Databases;

namespace Schematic.Testing.Tests.Databases;

public sealed class TestDatabaseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_postgresql_database_is_new_alone_and_gone_afterwards()
    {
        var first = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        await using var second = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        await ScalarAsync(first, "CREATE TABLE mine (id int)");

        Assert.Null(await ScalarAsync(second, "SELECT to_regclass('mine')::text") as string);
        await first.DisposeAsync();

        Assert.False(Directory.Exists(first.DataPath));
        var name = new NpgsqlConnectionStringBuilder(first.Settings["ConnectionStrings:Schematic"]).Database;
        Assert.Equal(0L, await ScalarAsync(second, $"SELECT count(*) FROM pg_database WHERE datname = '{name}'"));
    }

    [Fact]
    public async Task The_order_of_text_is_a_peoples_order_and_not_that_of_its_bytes()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);

        Assert.Equal(
            "apple,Banana,cherry",
            await ScalarAsync(
                database,
                "SELECT string_agg(name, ',' ORDER BY name) FROM (VALUES ('cherry'), ('Banana'), ('apple')) AS fruit(name)"
            )
        );
    }

    [Fact]
    public async Task A_sqlite_database_lives_in_a_folder_that_goes_with_it()
    {
        var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await File.WriteAllTextAsync(Path.Combine(database.DataPath, "schematic.db-wal"), "", Cancellation);

        await database.DisposeAsync();

        Assert.False(Directory.Exists(database.DataPath));
    }

    private static async Task<object?> ScalarAsync(TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.Settings["ConnectionStrings:Schematic"]);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
