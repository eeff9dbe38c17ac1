using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.ApiKeys;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.PostgreSql;
using Schematic.Api.Persistence.Sql;
using Schematic.Contracts.Environments;

namespace Schematic.Api.Authentication;

/// <summary>
/// Every environment and API key of the account, held in memory as one immutable snapshot: a request is authenticated
/// without a database. A change made here is visible when its request is answered; one made by another instance within a second.
/// </summary>
internal sealed partial class KeyCache(IDatabase database, ILogger<KeyCache> logger) : BackgroundService
{
    /// <summary>The counter that grows with every change of an environment or API key.</summary>
    public const string CounterName = "directory";

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(400);
    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile Snapshot _snapshot = Snapshot.Empty;

    public CachedKey? FindBySecret(string secret) =>
        _snapshot.BySecretHash.GetValueOrDefault(Convert.ToHexString(Secrets.Hash(secret)));

    /// <param name="id">The key's id, which is its publishable form.</param>
    public CachedKey? FindByPublishable(string id) => _snapshot.ById.GetValueOrDefault(id);

    public CachedEnvironment? FindEnvironment(string id) => _snapshot.EnvironmentsById.GetValueOrDefault(id);

    public CachedEnvironment? FindEnvironment(int seq) => _snapshot.EnvironmentsBySeq.GetValueOrDefault(seq);

    /// <summary>Marks a change inside the transaction that makes it.</summary>
    public static Task ChangedAsync(SchematicDb db, CancellationToken cancellationToken) =>
        ChangeCounters.IncrementAsync(db, CounterName, cancellationToken);

    /// <summary>Reads everything again if it has changed since it was last read.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            await using var db = database.Open(0);
            // The version first: a change that comes in between is read twice rather than missed.
            var version = await db
                .ChangeCounters.Where(row => row.Name == CounterName)
                .Select(row => row.Version)
                .FirstOrDefaultAsync(cancellationToken);
            if (version == _snapshot.Version)
                return;
            var environments = await db
                .Environments.Select(row => new CachedEnvironment(row.Seq, row.Id, row.Name, row.EnvironmentType))
                .ToListAsync(cancellationToken);
            var keys = await db.ApiKeys.ToListAsync(cancellationToken);
            var live = environments.ToFrozenDictionary(environment => environment.Seq);
            _snapshot = new Snapshot(
                version,
                live,
                [.. keys.Where(key => key.EnvironmentSeq is not { } seq || live.ContainsKey(seq))]
            );
        }
        finally
        {
            _loading.Release();
        }
    }

    public override void Dispose()
    {
        _loading.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // SQLite belongs to one process: nobody else changes anything.
        if (database is not PostgreSqlDatabase)
            return;
        using var timer = new PeriodicTimer(PollInterval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // What is in memory stays in force until the database is back.
                Log.CannotRefresh(logger, failure.Message);
            }
        }
    }

    private sealed class Snapshot(
        long version,
        FrozenDictionary<int, CachedEnvironment> environments,
        IReadOnlyList<ApiKeyRow> keys
    )
    {
        public static readonly Snapshot Empty = new(-1, FrozenDictionary<int, CachedEnvironment>.Empty, []);

        public long Version { get; } = version;

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
