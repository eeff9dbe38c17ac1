using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.PostgreSql;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;

namespace Schematic.Api.Tests.Persistence.PostgreSql;

public sealed class ChangeListenerTests(PostgreSqlApi api) : ApiTopic(api), IClassFixture<PostgreSqlApi>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ShortWhile = TimeSpan.FromMilliseconds(300);

    [Fact]
    public async Task A_commit_elsewhere_wakes_whoever_waits_long_before_its_next_poll()
    {
        await using var here = await Instance.StartAsync(Server);
        await using var there = await Instance.StartAsync(Server);
        await here.Listener.WaitAsync(ShortWhile, Cancellation);

        await there.ChangeAsync();
        var clock = Stopwatch.StartNew();
        await here.Listener.WaitAsync(Patience, Cancellation);

        Assert.True(clock.Elapsed < Patience / 4, $"It took {clock.Elapsed}.");
    }

    [Fact]
    public async Task Ones_own_commit_wakes_nobody_here()
    {
        await using var here = await Instance.StartAsync(Server);
        await here.Listener.WaitAsync(ShortWhile, Cancellation);

        await here.ChangeAsync();
        var clock = Stopwatch.StartNew();
        await here.Listener.WaitAsync(ShortWhile, Cancellation);

        Assert.True(clock.Elapsed >= ShortWhile * 0.9, $"It took only {clock.Elapsed}.");
    }

    [Fact]
    public async Task A_lost_connection_is_made_again_and_wakes_for_what_was_missed()
    {
        await using var here = await Instance.StartAsync(Server);
        await here.Listener.WaitAsync(ShortWhile, Cancellation);
        await using (var other = new NpgsqlConnection(here.Options.ConnectionString))
        {
            await other.OpenAsync(Cancellation);
            await using var kill = new NpgsqlCommand(
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND query LIKE 'LISTEN %'
                """,
                other
            );
            await kill.ExecuteNonQueryAsync(Cancellation);
        }

        await Poll.UntilAsync(
            "the loss to be noticed",
            Patience,
            () => Task.FromResult(here.Listener.IsListening ? "still listening" : null),
            Cancellation
        );
        var clock = Stopwatch.StartNew();
        await here.Listener.WaitAsync(Patience, Cancellation);

        Assert.True(clock.Elapsed < Patience / 2, $"It took {clock.Elapsed}.");
        Assert.True(here.Listener.IsListening);
    }

    /// <summary>As much of an instance as tells others of changes and hears of theirs.</summary>
    private sealed class Instance : IAsyncDisposable
    {
        private readonly PostgreSqlDatabase _database;

        private Instance(DatabaseOptions options)
        {
            Options = options;
            _database = new PostgreSqlDatabase(
                options,
                new ChangeFeed(NullLogger<ChangeFeed>.Instance),
                new DiskRoom(TimeProvider.System, NullLogger<DiskRoom>.Instance),
                NullLoggerFactory.Instance
            );
            Listener = new ChangeListener(options, _database, NullLogger<ChangeListener>.Instance);
        }

        public DatabaseOptions Options { get; }

        public ChangeListener Listener { get; }

        public static async Task<Instance> StartAsync(ApiServer server)
        {
            var instance = new Instance(server.Services.GetRequiredService<DatabaseOptions>());
            await instance.Listener.StartAsync(Cancellation);
            await Poll.UntilAsync(
                "the listener to listen",
                Patience,
                () => Task.FromResult(instance.Listener.IsListening ? null : "not yet"),
                Cancellation
            );
            return instance;
        }

        public Task ChangeAsync() =>
            _database.WriteAccountAsync(
                static (db, _) =>
                {
                    db.Changes.Add(ChangeKind.Entity, 1);
                    return Task.CompletedTask;
                },
                Cancellation
            );

        public async ValueTask DisposeAsync()
        {
            await Listener.StopAsync(CancellationToken.None);
            Listener.Dispose();
            await _database.DisposeAsync();
        }
    }
}
