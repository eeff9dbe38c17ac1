using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Testing.Hosting;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;

namespace Schematic.Api.Tests.Persistence.Sqlite;

/// <summary>Many writers, one transaction.</summary>
public sealed class SqliteWriterTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_is_answered_before_the_shared_transaction_is_committed_not_even_who_is_refused()
    {
        await using var server = await ApiServer.StartAsync(DatabaseProvider.Sqlite);
        var database = server.Services.GetRequiredService<IDatabase>();
        var (begun, gathered, reached, commit) = (
            new TaskCompletionSource(),
            new TaskCompletionSource(),
            new TaskCompletionSource(),
            new TaskCompletionSource()
        );

        var first = database.WriteAccountAsync(
            async (db, _) =>
            {
                begun.TrySetResult();
                await gathered.Task;
                return await TouchAsync(db);
            },
            Cancellation
        );
        await begun.Task;
        var refused = database.WriteAccountAsync<int>(
            (_, _) => throw ApiProblem.Conflict("It exists already."),
            Cancellation
        );
        var last = database.WriteAccountAsync(
            async (_, _) =>
            {
                reached.TrySetResult();
                await commit.Task;
                return 0;
            },
            Cancellation
        );
        gathered.SetResult();
        await reached.Task;

        Assert.False(first.IsCompleted);
        Assert.False(refused.IsCompleted);
        commit.SetResult();
        Assert.Equal(1, await first);
        await Assert.ThrowsAsync<ApiException>(() => refused);
        await last;
    }

    [Fact]
    public async Task What_is_answered_is_there_for_whoever_reads_next()
    {
        await using var server = await ApiServer.StartAsync(DatabaseProvider.Sqlite);
        var database = server.Services.GetRequiredService<IDatabase>();
        await using var reader = database.OpenAccount();

        for (var number = 1; number <= 200; number++)
        {
            await database.WriteAccountAsync((db, _) => TouchAsync(db), Cancellation);
            Assert.Equal(number, await TouchedAsync(reader, Cancellation));
        }
    }

    [Fact]
    public async Task Work_that_fails_after_writing_takes_only_itself_back()
    {
        await using var server = await ApiServer.StartAsync(DatabaseProvider.Sqlite);
        var database = server.Services.GetRequiredService<IDatabase>();
        var (begun, gathered) = (new TaskCompletionSource(), new TaskCompletionSource());

        var first = database.WriteAccountAsync(
            async (db, _) =>
            {
                begun.TrySetResult();
                await gathered.Task;
                return await TouchAsync(db);
            },
            Cancellation
        );
        await begun.Task;
        var refused = database.WriteAccountAsync<long>(
            async (db, token) => throw ApiProblem.Conflict($"There are {await TouchedAsync(db, token)}."),
            Cancellation
        );
        var failed = database.WriteAccountAsync<int>(
            async (db, _) =>
            {
                await TouchAsync(db);
                throw new InvalidOperationException("After writing.");
            },
            Cancellation
        );
        gathered.SetResult();

        await first;
        Assert.Equal("There are 1.", (await Assert.ThrowsAsync<ApiException>(() => refused)).Message);
        await Assert.ThrowsAsync<InvalidOperationException>(() => failed);
        await using var reader = database.OpenAccount();
        Assert.Equal(1, await TouchedAsync(reader, Cancellation));
    }

    [Fact]
    public async Task Work_whose_caller_left_before_its_turn_is_not_done()
    {
        await using var server = await ApiServer.StartAsync(DatabaseProvider.Sqlite);
        var database = server.Services.GetRequiredService<IDatabase>();
        var (begun, gathered) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var left = new CancellationTokenSource();
        var first = database.WriteAccountAsync(
            async (db, _) =>
            {
                begun.TrySetResult();
                await gathered.Task;
                return await TouchAsync(db);
            },
            Cancellation
        );
        await begun.Task;

        var abandoned = database.WriteAccountAsync((db, _) => TouchAsync(db), left.Token);
        await left.CancelAsync();
        gathered.SetResult();

        await first;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned);
        await using var reader = database.OpenAccount();
        Assert.Equal(1, await TouchedAsync(reader, Cancellation));
    }

    private static async Task<int> TouchAsync(SchematicDb db)
    {
        await db.Database.ExecuteSqlRawAsync(
            "CREATE TABLE IF NOT EXISTS touched (seq INTEGER PRIMARY KEY, times INTEGER NOT NULL)"
        );
        return await db.Database.ExecuteSqlRawAsync(
            "INSERT INTO touched (seq, times) VALUES (1, 1) ON CONFLICT (seq) DO UPDATE SET times = times + 1"
        );
    }

    private static Task<long> TouchedAsync(SchematicDb db, CancellationToken cancellationToken) =>
        db.ScalarAsync<long>(new SqlText($"SELECT times FROM touched"), cancellationToken);
}
