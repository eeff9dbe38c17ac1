using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.ApiKeys;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;

namespace Schematic.Api.Authentication.Credentials;

/// <summary>
/// Every environment and API key of the account, held in memory as one immutable snapshot: a request is authenticated
/// without a database. A change made here is visible when its request is answered; one made by another instance within
/// a second.
/// </summary>
internal sealed partial class KeyCache : IChangeFollower, IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(400);

    private readonly IDatabase _database;
    private readonly TimeProvider _time;
    private readonly ILogger<KeyCache> _logger;
    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile Snapshot _snapshot = Snapshot.Empty;
    private long _changes;
    private long _retryAt;

    public KeyCache(IDatabase database, ChangeFeed feed, TimeProvider time, ILogger<KeyCache> logger)
    {
        (_database, _time, _logger) = (database, time, logger);
        feed.Follow(this);
    }

    public CachedKey? FindBySecret(string secret) =>
        _snapshot.BySecretHash.GetValueOrDefault(Convert.ToHexString(Secrets.Hash(secret)));

    /// <param name="id">The key's id, which is its publishable form.</param>
    public CachedKey? FindByPublishable(string id) => _snapshot.ById.GetValueOrDefault(id);

    public CachedEnvironment? FindEnvironment(string id) => _snapshot.EnvironmentsById.GetValueOrDefault(id);

    public CachedEnvironment? FindEnvironment(int seq) => _snapshot.EnvironmentsBySeq.GetValueOrDefault(seq);

    /// <summary>
    /// Reads everything, again if it has changed since it was last read. To be awaited before anything is looked up.
    /// </summary>
    public ValueTask RefreshAsync(CancellationToken cancellationToken) =>
        _snapshot.Changes == Interlocked.Read(ref _changes) ? default : new ValueTask(LoadAsync(cancellationToken));

    public Task FollowAsync(ChangeSet changes)
    {
        if (changes.Has(ChangeKind.ApiKey) || changes.Has(ChangeKind.Environment))
            Interlocked.Increment(ref _changes);
        return Task.CompletedTask;
    }

    public void Dispose() => _loading.Dispose();

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            // Counted before it is read: a change that comes in between is read twice rather than missed.
            var changes = Interlocked.Read(ref _changes);
            if (_snapshot.Changes != changes && _time.GetTimestamp() >= _retryAt)
                _snapshot = await ReadAsync(changes, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && _snapshot != Snapshot.Empty)
        {
            // What is in memory stays in force until the database is back; it is asked now and then, not with every
            // request.
            _retryAt = _time.GetTimestamp() + (long)(RetryAfter.TotalSeconds * _time.TimestampFrequency);
            Log.CannotRefresh(_logger, failure.Message);
        }
        finally
        {
            _loading.Release();
        }
    }

    private async Task<Snapshot> ReadAsync(long changes, CancellationToken cancellationToken)
    {
        await using var db = _database.OpenAccount();
        var environments = await db
            .Environments.Select(row => new CachedEnvironment(row.Seq, row.Id, row.Name, row.EnvironmentType))
            .ToListAsync(cancellationToken);
        var keys = await db.ApiKeys.ToListAsync(cancellationToken);
        var live = environments.ToFrozenDictionary(environment => environment.Seq);
        return new Snapshot(
            changes,
            live,
            [.. keys.Where(key => key.EnvironmentSeq is not { } seq || live.ContainsKey(seq))]
        );
    }

    private sealed class Snapshot(
        long changes,
        FrozenDictionary<int, CachedEnvironment> environments,
        IReadOnlyList<ApiKeyRow> keys
    )
    {
        public static readonly Snapshot Empty = new(-1, FrozenDictionary<int, CachedEnvironment>.Empty, []);

        /// <summary>How many changes had been noted before it was read.</summary>
        public long Changes { get; } = changes;

        public FrozenDictionary<int, CachedEnvironment> EnvironmentsBySeq { get; } = environments;

        public FrozenDictionary<string, CachedEnvironment> EnvironmentsById { get; } =
            environments.Values.ToFrozenDictionary(environment => environment.Id);

        public FrozenDictionary<string, CachedKey> ById { get; } =
            keys.ToFrozenDictionary(key => key.Id, ApiKeyMapping.ToKnown);

        public FrozenDictionary<string, CachedKey> BySecretHash { get; } =
            keys.ToFrozenDictionary(key => Convert.ToHexString(key.SecretHash), ApiKeyMapping.ToKnown);
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Environments and API keys could not be read again: {Reason}"
        )]
        public static partial void CannotRefresh(ILogger logger, string reason);
    }
}
