using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.PostgreSql;
using Schematic.Api.Persistence.Sql;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Persistence.PostgreSql;

/// <summary>Instances of the server over one database, as far as this is about what they tell each other.</summary>
public sealed class ChangeLogTests(PostgreSqlApi api) : ApiTopic(api), IClassFixture<PostgreSqlApi>
{
    // No other test makes changes of this environment.
    private static int s_environments = 1_000_000;
    private readonly int _environment = Interlocked.Increment(ref s_environments);

    private DatabaseOptions Options => Server.Services.GetRequiredService<DatabaseOptions>();

    [Fact]
    public async Task What_another_instance_changes_is_read_once()
    {
        await using var here = NewInstance();
        await using var there = NewInstance();
        await ReadAsync(here);

        await ChangeAsync(there, 1);
        await ChangeAsync(there, 2);

        Assert.Equal([1, 2], await ReadAsync(here));
        Assert.Empty(await ReadAsync(here));
    }

    [Fact]
    public async Task What_an_instance_changes_itself_it_does_not_read()
    {
        await using var here = NewInstance();
        await using var there = NewInstance();
        await ReadAsync(here);

        await ChangeAsync(here, 1);
        await ChangeAsync(there, 2);

        Assert.Equal([2], await ReadAsync(here));
    }

    // The commit may have taken place although its answer was lost, and may even still be on its way.
    [Fact]
    public async Task What_an_instance_cannot_be_sure_to_have_stored_it_reads_like_anothers()
    {
        await using var here = NewInstance();
        await ReadAsync(here);
        await ChangeAsync(here, 1);

        here.ChangeLog.DisownAppended();
        await ChangeAsync(here, 2);

        Assert.Equal([1], await ReadAsync(here));
    }

    [Fact]
    public async Task The_first_time_everything_may_have_changed()
    {
        await using var here = NewInstance();
        await using var db = here.OpenAccount();

        Assert.True((await here.ChangeLog.ReadAsync(db, Cancellation)).IsEverything);
        Assert.False((await here.ChangeLog.ReadAsync(db, Cancellation)).IsEverything);
    }

    [Fact]
    public async Task Of_two_writers_that_overlap_the_one_that_began_first_and_commits_last_is_not_missed()
    {
        await using var here = NewInstance();
        await using var there = NewInstance();
        await ReadAsync(here);
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = there.WriteAccountAsync(
            async (db, token) =>
            {
                db.Changes.Add(ChangeKind.Entity, 1, _environment);
                await there.ChangeLog.AppendAsync(db, token);
                begun.SetResult();
                await end.Task;
                db.Changes = new ChangeSet();
            },
            Cancellation
        );
        await begun.Task;
        await ChangeAsync(there, 2);
        Assert.Equal([2], await ReadAsync(here));
        await ChangeAsync(there, 3);
        Assert.Equal([3], await ReadAsync(here));

        end.SetResult();
        await first;

        Assert.Equal([1], await ReadAsync(here));
        Assert.Empty(await ReadAsync(here));
    }

    [Fact]
    public async Task Whoever_fell_behind_what_is_kept_is_told_that_everything_may_have_changed()
    {
        await using var here = NewInstance();
        await using var there = NewInstance();
        var (log, retention) = (new ChangeLog(TimeSpan.FromMilliseconds(200)), TimeSpan.FromMilliseconds(200));
        await using var db = here.OpenAccount();
        await log.ReadAsync(db, Cancellation);
        await ChangeAsync(there, 1);
        Assert.Single((await log.ReadAsync(db, Cancellation)).Changes, change => change.EnvironmentSeq == _environment);

        await Task.Delay(retention, Cancellation);
        await ChangeAsync(there, 2);

        Assert.True((await log.ReadAsync(db, Cancellation)).IsEverything);
        Assert.False((await log.ReadAsync(db, Cancellation)).IsEverything);
    }

    // When the first is trimmed depends on the transactions of others, too: of all databases of the server.
    [Fact]
    public async Task What_everyone_has_read_is_trimmed_after_a_while_and_nothing_that_is_new()
    {
        await using var there = NewInstance();
        var log = new ChangeLog(TimeSpan.FromMilliseconds(400));
        await using var db = there.OpenAccount();
        await ChangeAsync(there, 1);
        List<long> kept = [1];

        for (var newest = 2; kept.Contains(1); newest++)
        {
            Assert.True(newest < 400, "The oldest change is never trimmed.");
            await log.ReadAsync(db, Cancellation);
            await ChangeAsync(there, newest);
            await log.TrimAsync(db, Cancellation);
            kept = await db.QueryAsync(
                new SqlText($"SELECT subject_seq FROM changes WHERE seen_in = {_environment}"),
                static row => row.GetInt64(0),
                Cancellation
            );
            Assert.Contains(newest, kept);
            await Task.Delay(TimeSpan.FromMilliseconds(50), Cancellation);
        }
    }

    // The sum of it: eight connections, some of which are killed in the middle of their work, and one reader.
    [Fact]
    public async Task Of_100_000_changes_that_overlap_are_taken_back_and_killed_none_is_missed_or_told_twice()
    {
        const int writers = 8;
        const int changes = 100_000 / writers;
        await using var here = NewInstance();
        await using var there = NewInstance();
        await ReadAsync(here);
        var (committed, unsure, told) = (new ConcurrentBag<long>(), new ConcurrentBag<long>(), new List<long>());

        var writing = Task.WhenAll(
            Enumerable
                .Range(0, writers)
                .Select(writer => Task.Run(() => WriteManyAsync(there, writer * changes, changes, committed, unsure)))
        );
        while (!writing.IsCompleted)
            told.AddRange(await ReadAsync(here));
        await writing;
        told.AddRange(await ReadAsync(here));

        Assert.Empty(committed.Except(told));
        Assert.Empty(told.Except(committed).Except(unsure));
        Assert.Equal(told.Count, told.Distinct().Count());
        Assert.True(committed.Count > 50_000, $"Only {committed.Count} were committed.");
        Assert.NotEmpty(unsure);
    }

    private async Task WriteManyAsync(
        PostgreSqlDatabase database,
        int first,
        int count,
        ConcurrentBag<long> committed,
        ConcurrentBag<long> unsure
    )
    {
        var dice = new Random(first);
        for (var next = first; next < first + count; )
        {
            var group = Enumerable.Range(next, Math.Min(dice.Next(1, 40), first + count - next)).ToList();
            next += group.Count;
            var fate = dice.Next(20);
            try
            {
                await database.WriteAccountAsync(
                    async (db, token) =>
                    {
                        foreach (var seq in group)
                            db.Changes.Add(ChangeKind.Entity, seq, _environment);
                        await database.ChangeLog.AppendAsync(db, token);
                        db.Changes = new ChangeSet();
                        if (fate == 0)
                            await KillAsync(db);
                        if (fate == 1)
                            throw new InvalidOperationException("Taken back.");
                        await Task.Delay(dice.Next(3), token);
                    },
                    Cancellation
                );
                group.ForEach(seq => committed.Add(seq));
            }
            catch (Exception failure) when (failure is NpgsqlException or DbUpdateException)
            {
                group.ForEach(seq => unsure.Add(seq));
            }
            catch (InvalidOperationException)
            {
                // It wrote nothing, and must not be told.
            }
        }
    }

    private async Task KillAsync(SchematicDb db)
    {
        var session = await db.ScalarAsync<int>(new SqlText($"SELECT pg_backend_pid()"), Cancellation);
        await using var other = new NpgsqlConnection(Options.ConnectionString);
        await other.OpenAsync(Cancellation);
        await using var kill = new NpgsqlCommand("SELECT pg_terminate_backend($1)", other);
        kill.Parameters.Add(new NpgsqlParameter { Value = session });
        await kill.ExecuteNonQueryAsync(Cancellation);
    }

    private PostgreSqlDatabase NewInstance() =>
        new(
            Options,
            new ChangeFeed(NullLogger<ChangeFeed>.Instance),
            new DiskRoom(TimeProvider.System, NullLogger<DiskRoom>.Instance),
            NullLoggerFactory.Instance
        );

    private Task ChangeAsync(PostgreSqlDatabase database, long seq) =>
        database.WriteAccountAsync(
            (db, _) =>
            {
                db.Changes.Add(ChangeKind.Entity, seq, _environment);
                return Task.CompletedTask;
            },
            Cancellation
        );

    /// <summary>What the instance learns from others about this test, in order.</summary>
    private async Task<List<long>> ReadAsync(PostgreSqlDatabase database)
    {
        await using var db = database.OpenAccount();
        var read = await database.ChangeLog.ReadAsync(db, Cancellation);
        return
        [
            .. read
                .Changes.Where(change => change.EnvironmentSeq == _environment)
                .Select(static change => change.SubjectSeq)
                .Order(),
        ];
    }
}
