using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Schematic.Api.Authentication.Credentials;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Tests.Persistence;
using Schematic.Contracts.ApiKeys;
using Schematic.Testing.Hosting;
using Schematic.Testing.Time;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Authentication.Credentials;

public abstract class KeyCacheTests(ApiFixture api) : ApiTopic(api)
{
    [Fact]
    public async Task It_reads_once_until_something_changes()
    {
        var database = NewDatabase();
        using var cache = NewCache(database, TimeProvider.System);
        Assert.Null(cache.FindBySecret(Keys.Production));

        await cache.RefreshAsync(Cancellation);
        await cache.RefreshAsync(Cancellation);

        Assert.NotNull(cache.FindBySecret(Keys.Production));
        Assert.Equal(1, database.Readers);
    }

    [Fact]
    public async Task A_key_is_known_after_its_commit_and_unknown_after_its_end()
    {
        var database = NewDatabase();
        using var cache = NewCache(database, TimeProvider.System);
        await cache.RefreshAsync(Cancellation);

        var key = (await Console.ApiKeys.CreateAsync(new CreateApiKeyRequestBody { Name = "New" }, Cancellation)).Data;
        await cache.RefreshAsync(Cancellation);
        Assert.Equal(key.Id, cache.FindBySecret(key.Secret)?.Id);
        Assert.Equal(key.Id, cache.FindByPublishable(key.Id)?.Id);

        await Console.ApiKeys.DeleteAsync(key.Id, Cancellation);
        await cache.RefreshAsync(Cancellation);
        Assert.Null(cache.FindBySecret(key.Secret));
        Assert.Null(cache.FindByPublishable(key.Id));
    }

    [Fact]
    public async Task An_environment_takes_its_keys_along_at_once()
    {
        var database = NewDatabase();
        using var cache = NewCache(database, TimeProvider.System);
        var environment = await NewEnvironmentAsync();
        var key = (
            await Console.ApiKeys.CreateAsync(
                new CreateApiKeyRequestBody { Name = "Its own", EnvironmentId = environment.Id },
                Cancellation
            )
        ).Data;
        await cache.RefreshAsync(Cancellation);
        Assert.Equal(environment.Name, cache.FindEnvironment(environment.Id)?.Name);
        Assert.NotNull(cache.FindBySecret(key.Secret));

        await Console.Environments.DeleteAsync(environment.Id, Cancellation);
        await cache.RefreshAsync(Cancellation);

        Assert.Null(cache.FindEnvironment(environment.Id));
        Assert.Null(cache.FindBySecret(key.Secret));
    }

    [Fact]
    public async Task While_the_database_is_out_of_reach_what_is_known_stays_and_it_is_asked_now_and_then()
    {
        var clock = new TestClock();
        var database = NewDatabase();
        using var cache = NewCache(database, clock);
        await cache.RefreshAsync(Cancellation);
        await ChangeAsync(database);
        database.IsBroken = true;

        for (var i = 0; i < 10; i++)
            await cache.RefreshAsync(Cancellation);

        Assert.NotNull(cache.FindBySecret(Keys.Production));
        Assert.Equal(2, database.Readers);
        clock.Advance(TimeSpan.FromSeconds(1));
        database.IsBroken = false;
        await cache.RefreshAsync(Cancellation);
        await cache.RefreshAsync(Cancellation);
        Assert.Equal(3, database.Readers);
    }

    [Fact]
    public async Task Whoever_knows_nothing_yet_says_that_the_database_is_out_of_reach()
    {
        var database = NewDatabase();
        database.IsBroken = true;
        using var cache = NewCache(database, TimeProvider.System);

        await Assert.ThrowsAsync<TimeoutException>(() => cache.RefreshAsync(Cancellation).AsTask());
    }

    private KeyCache NewCache(IDatabase database, TimeProvider time)
    {
        var feed = new ChangeFeed(NullLogger<ChangeFeed>.Instance);
        Server.Services.GetRequiredService<ChangeFeed>().Follow(new KnownChanges(feed));
        return new KeyCache(database, feed, time, NullLogger<KeyCache>.Instance);
    }

    private static Task ChangeAsync(IDatabase database) =>
        database.WriteAccountAsync(
            static (db, _) =>
            {
                db.Changes.Add(ChangeKind.ApiKey, 1);
                return Task.CompletedTask;
            },
            Cancellation
        );

    private BrokenDatabase NewDatabase() => new(Server.Services.GetRequiredService<IDatabase>());

    // On PostgreSQL a server says once, some time after its start, that anything may have changed.
    private sealed class KnownChanges(ChangeFeed feed) : IChangeFollower
    {
        public Task FollowAsync(ChangeSet changes) =>
            changes.IsEverything ? Task.CompletedTask : feed.TellAsync(changes);
    }
}

public sealed class KeyCacheTestsOnSqlite(SqliteApi api) : KeyCacheTests(api), IClassFixture<SqliteApi>;

public sealed class KeyCacheTestsOnPostgreSql(PostgreSqlApi api) : KeyCacheTests(api), IClassFixture<PostgreSqlApi>;
