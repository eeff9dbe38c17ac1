using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.PostgreSql;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Persistence;

/// <summary>Two instances of the server over one database, as far as this is about them.</summary>
public sealed class ChangeFeedTests(PostgreSqlApi api) : ApiTopic(api), IClassFixture<PostgreSqlApi>
{
    private readonly string _counter = Unique("counter");

    [Fact]
    public async Task What_another_instance_changes_is_told_once_at_the_next_poll()
    {
        await using var here = NewInstance();
        await using var there = NewInstance();
        using var feed = new ChangeFeed(here, NullLogger<ChangeFeed>.Instance);
        var told = Listen(feed);
        await feed.PollAsync(Cancellation);

        await ChangeAsync(there);
        Assert.Empty(told);
        await feed.PollAsync(Cancellation);
        await feed.PollAsync(Cancellation);

        Assert.Equal([1], told);
    }

    [Fact]
    public async Task What_this_instance_changes_is_told_at_its_commit_and_not_again()
    {
        await using var here = NewInstance();
        using var feed = new ChangeFeed(here, NullLogger<ChangeFeed>.Instance);
        var told = Listen(feed);

        await ChangeAsync(here);
        Assert.Equal([1], told);
        await feed.PollAsync(Cancellation);

        Assert.Equal([1], told);
    }

    [Fact]
    public async Task Changes_of_both_are_all_told()
    {
        await using var here = NewInstance();
        await using var there = NewInstance();
        using var feed = new ChangeFeed(here, NullLogger<ChangeFeed>.Instance);
        var told = Listen(feed);

        await ChangeAsync(there);
        await ChangeAsync(here);
        await ChangeAsync(there);
        await feed.PollAsync(Cancellation);

        Assert.Equal([2, 3], told);
    }

    // Something may have been read before the first poll, and changed since.
    [Fact]
    public async Task The_first_poll_tells_of_everything()
    {
        await using var here = NewInstance();
        await using var there = NewInstance();
        await ChangeAsync(there);
        using var feed = new ChangeFeed(here, NullLogger<ChangeFeed>.Instance);
        var told = Listen(feed);

        await feed.PollAsync(Cancellation);

        Assert.Equal([1], told);
    }

    [Fact]
    public async Task Work_that_is_taken_back_changes_nothing()
    {
        await using var here = NewInstance();
        using var feed = new ChangeFeed(here, NullLogger<ChangeFeed>.Instance);
        var told = Listen(feed);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            here.WriteAccountAsync(
                async (db, token) =>
                {
                    await ChangeCounters.IncrementAsync(db, _counter, token);
                    throw new InvalidOperationException();
                },
                Cancellation
            )
        );
        await feed.PollAsync(Cancellation);

        Assert.Empty(told);
    }

    private PostgreSqlDatabase NewInstance() =>
        new(Server.Services.GetRequiredService<DatabaseOptions>(), NullLoggerFactory.Instance);

    private List<long> Listen(ChangeFeed feed)
    {
        var told = new List<long>();
        feed.Changed += changes =>
        {
            if (changes.Counters.TryGetValue(_counter, out var version))
                told.Add(version);
        };
        return told;
    }

    private Task ChangeAsync(IDatabase database) =>
        database.WriteAccountAsync((db, token) => ChangeCounters.IncrementAsync(db, _counter, token), Cancellation);
}
