using System.Threading.Channels;
using Schematic.Api.Persistence;

namespace Schematic.Api.AuditLog.Recording;

/// <summary>
/// Stores what is known of requests only after they are answered, many at once. Bounded: whoever changes things faster
/// than they can be written down waits, and entries of refusals beyond the bound are dropped and counted in the log.
/// </summary>
internal sealed partial class AuditQueue(IDatabase database, TimeProvider time, ILogger<AuditQueue> logger)
    : BackgroundService
{
    public const int Capacity = 1024;

    private const int MaxGroup = 64;

    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Channel<AuditEntry> _answered = Channel.CreateBounded<AuditEntry>(
        new BoundedChannelOptions(Capacity) { SingleReader = true }
    );
    private readonly CancellationTokenSource _ending = new(Timeout.InfiniteTimeSpan, time);
    private long _dropped;

    public async ValueTask AddAsync(AuditEntry entry)
    {
        while (!_answered.Writer.TryWrite(entry))
        {
            if (entry.Status >= StatusCodes.Status400BadRequest)
            {
                Interlocked.Increment(ref _dropped);
                return;
            }

            if (await _answered.Writer.WaitToWriteAsync())
                continue;
            Log.TooLate(logger, entry.Method, entry.Url);
            return;
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _answered.Writer.TryComplete();
        // A database that is away for a moment is waited for then, too.
        _ending.CancelAfter(Patience);
        if (ExecuteTask is { } loop)
            await loop.WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _ending.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _answered.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var group = new List<AuditEntry>(MaxGroup);
            while (group.Count < MaxGroup && _answered.Reader.TryRead(out var entry))
                group.Add(entry);
            if (Interlocked.Exchange(ref _dropped, 0) is > 0 and var dropped)
                Log.Dropped(logger, dropped);
            await StoreAsync(group);
        }
    }

    private async Task StoreAsync(List<AuditEntry> group)
    {
        while (true)
        {
            try
            {
                await database.WriteAsync(
                    SchematicDb.IncidentalSeq,
                    (db, token) => AuditEntry.CompleteAsync(db, group, token),
                    CancellationToken.None
                );
                return;
            }
            catch (Exception failure) when (!_ending.IsCancellationRequested && IsPassing(failure))
            {
                await Task.Delay(Retry, time, _ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception) when (group.Count > 1)
            {
                // Whatever is wrong with one of them is not to cost the others anything.
                foreach (var entry in group)
                    await StoreAsync([entry]);
                return;
            }
            catch (Exception failure)
            {
                Log.NotStored(logger, failure, group[0].Method, group[0].Url);
                return;
            }
        }
    }

    // Stored twice, an entry is the same.
    private static bool IsPassing(Exception failure) =>
        failure is UnknownOutcomeException || DatabaseFailure.IsOutOfReach(failure);

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "{Count} refused requests came too fast for the audit log, and are not in it"
        )]
        public static partial void Dropped(ILogger logger, long count);

        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "The entry of {Method} {Url} in the audit log could not be completed"
        )]
        public static partial void NotStored(ILogger logger, Exception failure, string method, string url);

        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "{Method} {Url} was answered while the server stopped; the audit log does not have the answer"
        )]
        public static partial void TooLate(ILogger logger, string method, string url);
    }
}
