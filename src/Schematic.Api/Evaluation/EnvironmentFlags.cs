using Schematic.Api.Entitlements;
using Schematic.Api.Persistence;

namespace Schematic.Api.Evaluation;

/// <summary>
/// The snapshot of one environment, kept up to date: flags that changed, and what is sold, are read again, together
/// where several changed at once, while readers go on with the snapshot before.
/// </summary>
internal sealed partial class EnvironmentFlags(
    int environmentSeq,
    IDatabase database,
    TimeProvider time,
    ILogger logger
)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(400);

    private readonly Lock _gate = new();
    private volatile FlagSnapshot? _current;

    // What the next round reads.
    private HashSet<long> _changed = [];
    private bool _readEverything = true;
    private bool _readCatalog;

    // The round that is to begin when the one before it ends; null if none is asked for.
    private Task? _next;
    private Task _last = Task.CompletedTask;

    /// <summary>Waits only for the first snapshot to be read.</summary>
    public ValueTask<FlagSnapshot> GetAsync(CancellationToken cancellationToken) =>
        _current is { } current
            ? ValueTask.FromResult(current)
            : new ValueTask<FlagSnapshot>(FirstAsync(cancellationToken));

    /// <summary>
    /// Ends when <see cref="GetAsync"/> gives what the flags of these seqs are now; or when they could not be read, in
    /// which case they are read again after a while, and what was known is given until then.
    /// </summary>
    public Task RefreshAsync(IReadOnlyCollection<long> seqs)
    {
        lock (_gate)
        {
            _changed.UnionWith(seqs);
            return NextRound();
        }
    }

    /// <summary>As <see cref="RefreshAsync"/>, for what is sold.</summary>
    public Task RefreshCatalogAsync()
    {
        lock (_gate)
        {
            _readCatalog = true;
            return NextRound();
        }
    }

    /// <summary>As <see cref="RefreshAsync"/>, for every flag and what is sold.</summary>
    public Task RefreshAllAsync()
    {
        lock (_gate)
        {
            _readEverything = true;
            return NextRound();
        }
    }

    private async Task<FlagSnapshot> FirstAsync(CancellationToken cancellationToken)
    {
        Task round;
        lock (_gate)
            round = NextRound();
        await round.WaitAsync(cancellationToken);
        return _current ?? throw new InvalidOperationException("A round that did not fail has left no snapshot.");
    }

    // A round that has begun may have read the database before the change: whoever comes then needs another.
    private Task NextRound() => _next ??= _last = RunAfterAsync(_last);

    private async Task RunAfterAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        var (seqs, everything, catalog) = Begin();
        try
        {
            await ReadAsync(seqs, everything, catalog);
        }
        catch (Exception failure)
        {
            lock (_gate)
            {
                _changed.UnionWith(seqs);
                _readEverything |= everything;
                _readCatalog |= catalog;
            }

            // Who asks for the first snapshot is told, and asks again.
            if (_current is null)
                throw;
            Log.CannotRead(logger, environmentSeq, failure.Message);
            _ = RetryAsync();
        }
    }

    private (HashSet<long> Seqs, bool Everything, bool Catalog) Begin()
    {
        lock (_gate)
        {
            var begun = (_changed, _readEverything, _readCatalog);
            (_changed, _readEverything, _readCatalog, _next) = ([], false, false, null);
            return begun;
        }
    }

    private async Task RetryAsync()
    {
        await Task.Delay(RetryAfter, time);
        await RefreshAsync([]);
    }

    private async Task ReadAsync(HashSet<long> seqs, bool everything, bool catalog)
    {
        // Who asked for the first snapshot while it was being read has it by now.
        if (!everything && !catalog && seqs.Count == 0)
            return;
        await using var db = database.Open(environmentSeq);
        if (everything || _current is not { } current)
        {
            _current = new FlagSnapshot(
                await SnapshotReader.AllAsync(db, CancellationToken.None),
                await EntitlementCatalogReader.ReadAsync(db, CancellationToken.None)
            );
            return;
        }

        if (seqs.Count > 0)
        {
            var read = await SnapshotReader.SomeAsync(db, seqs, CancellationToken.None);
            // Plans give a feature by its flag: another flag, or another key, is another catalog.
            catalog |= !current
                .All.Where(flag => seqs.Contains(flag.Seq))
                .Select(static flag => flag.Link)
                .ToHashSet()
                .SetEquals(read.Select(static flag => flag.Link));
            current = current.With(seqs, read);
        }

        _current = catalog
            ? current.With(await EntitlementCatalogReader.ReadAsync(db, CancellationToken.None))
            : current;
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Changed flags of environment {EnvironmentSeq} could not be read, and are tried again: {Reason}"
        )]
        public static partial void CannotRead(ILogger logger, int environmentSeq, string reason);
    }
}
