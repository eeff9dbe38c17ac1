using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.PostgreSql;
using Schematic.Api.Persistence.PostgreSql.Reach;
using Schematic.Api.Persistence.Sql;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Persistence.PostgreSql.Reach;

/// <summary>No way to the database goes past what bounds it.</summary>
public sealed class ReachInterceptorTests(PostgreSqlApi api) : ApiTopic(api), IClassFixture<PostgreSqlApi>
{
    public static TheoryData<string> Ways => ["open", "query", "scalar", "command", "sql", "save"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Everything_is_refused_while_the_database_is_lost(string way)
    {
        using var reach = new DatabaseReach();
        await using var db = Context(reach);
        await GoAsync(db, way);

        reach.Lose(DateTimeOffset.UnixEpoch);

        await Assert.ThrowsAsync<LostDatabaseException>(() => GoAsync(db, way));
    }

    [Fact]
    public async Task A_connection_with_a_call_that_was_given_up_is_given_back_when_the_call_has_ended()
    {
        using var reach = new DatabaseReach();
        var db = Context(reach);
        using var caller = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            db.ExecuteAsync(new SqlText($"SELECT pg_sleep(30)"), caller.Token)
        );
        Assert.True(db.HasGivenUp);
        var connection = db.Database.GetDbConnection();
        await db.DisposeAsync();

        // The server was told to stop, so that is soon.
        for (var i = 0; i < 500 && connection.State != System.Data.ConnectionState.Closed; i++)
            await Task.Delay(20, Cancellation);
        Assert.Equal(System.Data.ConnectionState.Closed, connection.State);
    }

    private static Task GoAsync(PostgreSqlSchematicDb db, string way)
    {
        switch (way)
        {
            case "open":
                return OpenAsync(db);
            case "query":
                return db.Environments.ToListAsync(Cancellation);
            case "scalar":
                return db.Environments.MaxAsync(static row => row.Seq, Cancellation);
            case "command":
                return db.Environments.Where(static row => row.Seq < 0).ExecuteDeleteAsync(Cancellation);
            case "sql":
                return db.ExecuteAsync(new SqlText($"SELECT 1"), Cancellation);
            default:
                db.ChangeTracker.Clear();
                db.Add(new EnvironmentRow { Id = Unique("env"), Name = Unique("reach") });
                return db.SaveChangesAsync(Cancellation);
        }
    }

    private static async Task OpenAsync(PostgreSqlSchematicDb db)
    {
        await db.Database.OpenConnectionAsync(Cancellation);
        await db.Database.CloseConnectionAsync();
    }

    private PostgreSqlSchematicDb Context(DatabaseReach reach) =>
        new(
            new DbContextOptionsBuilder<PostgreSqlSchematicDb>()
                .UseNpgsql(Server.Services.GetRequiredService<DatabaseOptions>().ConnectionString)
                .AddInterceptors(ReachInterceptor.Instance)
                .Options
        )
        {
            Reach = reach,
        };
}
