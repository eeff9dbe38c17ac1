using System.Collections.Concurrent;
using Schematic.Api.Authentication;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.ApiKeys;

/// <summary>
/// Keeps <c>last_used_at</c> coarsely: uses are noted in memory and written together, so that no request pays for a
/// write. A process that is killed forgets at most one interval.
/// </summary>
internal sealed partial class KeyUsage(IDatabase database, TimeProvider time, ILogger<KeyUsage> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<int, DateTimeOffset> _used = new();

    public void Used(CachedKey key) => _used[key.Seq] = time.Now();

    /// <summary>When <paramref name="keySeq"/> was used since the last write, if it was.</summary>
    public DateTimeOffset? Recent(int keySeq) => _used.TryGetValue(keySeq, out var at) ? at : null;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await FlushAsync(stoppingToken);
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        var uses = _used.ToArray();
        if (uses.Length == 0)
            return;
        try
        {
            await database.WriteAccountAsync(
                async (db, token) =>
                {
                    foreach (var (seq, at) in uses)
                        await db.ExecuteAsync(
                            new SqlText(
                                $"UPDATE api_keys SET last_used_at = {at} WHERE seq = {seq} AND (last_used_at IS NULL OR last_used_at < {at})"
                            ),
                            token
                        );
                    return uses.Length;
                },
                cancellationToken
            );
            foreach (var use in uses)
                _used.TryRemove(use);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.CannotWrite(logger, failure.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "When API keys were last used could not be written, and is tried again: {Reason}"
        )]
        public static partial void CannotWrite(ILogger logger, string reason);
    }
}
