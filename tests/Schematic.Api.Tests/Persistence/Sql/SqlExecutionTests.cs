using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Persistence.Sql;

public abstract class SqlExecutionTests(ApiFixture api) : ApiTopic(api)
{
    private IDatabase Database => Server.Services.GetRequiredService<IDatabase>();

    [Fact]
    public async Task Each_statement_of_a_command_has_its_result_in_turn()
    {
        await using var db = Database.OpenAccount();
        await using var results = await db.ReadAsync(
            new SqlText($"SELECT {1}; SELECT {"a"} UNION ALL SELECT {"b"}"),
            Cancellation
        );

        Assert.Equal([1], await results.ListAsync(static row => row.GetInt32(0), Cancellation));
        Assert.Equal(["a", "b"], await results.ListAsync(static row => row.GetString(0), Cancellation));
    }

    [Fact]
    public async Task An_error_of_a_later_statement_is_thrown_although_the_first_was_read()
    {
        await using var db = Database.OpenAccount();

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            db.QueryAsync(new SqlText($"SELECT 1; SELECT * FROM nosuch"), static row => row.GetInt32(0), Cancellation)
        );
        Assert.Equal(2, await db.ScalarAsync<int>(new SqlText($"SELECT CAST(2 AS INTEGER)"), Cancellation));
    }

    [Fact]
    public async Task Who_writes_into_a_table_that_is_held_up_waits_for_the_end_of_the_transaction()
    {
        var (held, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = Database.WriteAccountAsync(
            async (db, token) =>
            {
                await db.HoldUpWritersAsync(new SqlLiteral("accounts"), token);
                held.SetResult();
                await end.Task;
            },
            Cancellation
        );
        await held.Task;

        var second = Database.WriteAccountAsync(
            static (db, token) => db.ExecuteAsync(new SqlText($"UPDATE accounts SET name = name"), token),
            Cancellation
        );
        await Task.Delay(TimeSpan.FromMilliseconds(200), Cancellation);

        Assert.False(second.IsCompleted);
        end.SetResult();
        await first;
        await second;
    }
}

public sealed class SqlExecutionTestsOnSqlite(SqliteApi api) : SqlExecutionTests(api), IClassFixture<SqliteApi>;

public sealed class SqlExecutionTestsOnPostgreSql(PostgreSqlApi api)
    : SqlExecutionTests(api),
        IClassFixture<PostgreSqlApi>;
