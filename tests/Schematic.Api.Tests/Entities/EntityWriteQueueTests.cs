using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Entities;
using Schematic.Api.Environments;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Entities;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Entities;

/// <summary>Changes that wait while one writer is busy.</summary>
public sealed class EntityWriteQueueTests(SqliteApi api) : ApiTopic(api), IClassFixture<SqliteApi>, IAsyncLifetime
{
    private readonly string _mark = Unique("mark");
    private HeldDatabase _database = null!;
    private EntityWriteQueue _queue = null!;
    private int _production;
    private int _staging;

    public async ValueTask InitializeAsync()
    {
        _database = new HeldDatabase(Server.Services.GetRequiredService<IDatabase>());
        _queue = new EntityWriteQueue(_database, TimeProvider.System);
        await using var db = _database.OpenAccount();
        var seqs = await db.Environments.ToDictionaryAsync(static row => row.Name, static row => row.Seq);
        (_production, _staging) = (seqs["Production"], seqs["Staging"]);
    }

    public async ValueTask DisposeAsync()
    {
        _database.Release();
        await _queue.DisposeAsync();
    }

    [Fact]
    public async Task What_waited_shares_one_write()
    {
        var busy = await BusyAsync();
        var waiting = Enumerable.Range(0, 20).Select(i => ApplyAsync(i.ToString(null, null))).ToList();

        _database.Release();

        var entities = await Task.WhenAll(waiting);
        Assert.Equal(20, entities.Select(static entity => entity.Id).Distinct().Count());
        await busy;
        Assert.Equal([_production, _production], _database.Writes);
    }

    [Fact]
    public async Task Environments_are_written_apart()
    {
        var busy = await BusyAsync();
        var ours = ApplyAsync("same");
        var theirs = _queue.ApplyAsync(_staging, Change("same"), Cancellation);

        _database.Release();

        Assert.NotEqual((await ours).Id, (await theirs).Id);
        await busy;
        Assert.Equal([_production, _production, _staging], _database.Writes);
    }

    [Fact]
    public async Task A_refusal_goes_to_its_caller_alone()
    {
        var busy = await BusyAsync();
        var refused = _queue.ApplyAsync(_production, Change("none") with { UpdateOnly = true }, Cancellation);
        var done = ApplyAsync("done");

        _database.Release();

        Assert.Equal(404, (await Assert.ThrowsAsync<ApiException>(() => refused)).Status);
        Assert.NotNull((await done).Id);
        await busy;
    }

    [Fact]
    public async Task A_group_that_fails_before_its_commit_runs_one_by_one()
    {
        var busy = await BusyAsync();
        _database.FailNext(beforeWork: true);
        var (first, second) = (ApplyAsync("first"), ApplyAsync("second"));

        _database.Release();

        Assert.NotEqual((await first).Id, (await second).Id);
        await busy;
        Assert.Equal(4, _database.Writes.Count);
    }

    [Fact]
    public async Task What_may_have_been_committed_does_not_run_again()
    {
        var busy = await BusyAsync();
        _database.FailNext(beforeWork: false);
        var (first, second) = (ApplyAsync("first"), ApplyAsync("second"));

        _database.Release();

        await Assert.ThrowsAsync<IOException>(() => first);
        await Assert.ThrowsAsync<IOException>(() => second);
        await busy;
        Assert.Equal(2, _database.Writes.Count);
    }

    [Fact]
    public async Task Work_whose_caller_left_before_its_turn_is_not_done()
    {
        using var left = new CancellationTokenSource();
        var busy = await BusyAsync();
        var abandoned = _queue.ApplyAsync(_production, Change("abandoned"), left.Token);
        var kept = ApplyAsync("kept");

        await left.CancelAsync();
        _database.Release();

        await kept;
        await busy;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned);
        var refusal = await Assert.ThrowsAsync<ApiException>(() =>
            _queue.ApplyAsync(_production, Change("abandoned") with { UpdateOnly = true }, Cancellation)
        );
        Assert.Equal(404, refusal.Status);
    }

    private EntityChange Change(string name) =>
        EntityChange.For(EntityType.Company, new Dictionary<string, string> { ["domain"] = $"{_mark}.{name}" });

    private Task<EntityDetail> ApplyAsync(string name) => _queue.ApplyAsync(_production, Change(name), Cancellation);

    /// <summary>One change that the writer is at work on, so that others wait.</summary>
    private async Task<Task> BusyAsync()
    {
        var busy = ApplyAsync("busy");
        await _database.Asked.WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
        return busy;
    }

    /// <summary>A database that writes nothing until it is released.</summary>
    private sealed class HeldDatabase(IDatabase inner) : IDatabase
    {
        private readonly TaskCompletionSource _asked = new();
        private readonly TaskCompletionSource _released = new();
        private bool? _failBeforeWork;

        public Task Asked => _asked.Task;

        /// <summary>The environment of each write.</summary>
        public List<int> Writes { get; } = [];

        public SqlDialect Dialect => inner.Dialect;

        public void Release() => _released.TrySetResult();

        /// <summary>Makes the next group that is begun fail.</summary>
        public void FailNext(bool beforeWork) => _failBeforeWork = beforeWork;

        public SchematicDb Open(int environmentSeq) => inner.Open(environmentSeq);

        public async Task<T> WriteAsync<T>(
            int environmentSeq,
            Func<SchematicDb, CancellationToken, Task<T>> work,
            CancellationToken cancellationToken
        )
        {
            bool? fail;
            lock (Writes)
            {
                Writes.Add(environmentSeq);
                fail = Writes.Count == 2 ? _failBeforeWork : null;
            }

            _asked.TrySetResult();
            await _released.Task;
            if (fail is true)
                throw new IOException("Before.");
            var result = await inner.WriteAsync(environmentSeq, work, cancellationToken);
            return fail is null ? result : throw new IOException("At the commit.");
        }

        public Task MigrateAsync(CancellationToken cancellationToken) => inner.MigrateAsync(cancellationToken);

        public Task CloseAsync(CancellationToken cancellationToken) => inner.CloseAsync(cancellationToken);
    }
}
