using Microsoft.EntityFrameworkCore;
using Schematic.Api.Flags;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Environments;

/// <summary>Removes what deleted environments held, a little at a time, so that nobody else's write waits for a million rows.</summary>
internal sealed partial class EnvironmentRemoval(IDatabase database, ILogger<EnvironmentRemoval> logger)
    : BackgroundService
{
    private const int RowsAtOnce = 500;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Removes everything that is deleted by now.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<int> deleted;
        await using (var db = database.Open(0))
            deleted = await db
                .Environments.IgnoreQueryFilters()
                .Where(row => row.DeletedAt != null)
                .Select(row => row.Seq)
                .ToListAsync(cancellationToken);
        foreach (var seq in deleted)
        {
            while (await RemoveSomeAsync(seq, cancellationToken) > 0) { }

            while (await RemoveSomeEventsAsync(seq, cancellationToken) > 0) { }

            while (await RemoveSomeRuleSavesAsync(seq, cancellationToken) > 0) { }

            await database.WriteAsync(0, (db, token) => RemoveItselfAsync(db, seq, token), cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.CannotRemove(logger, failure.Message);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // Keys, traits, memberships and search texts go with their entity.
    private Task<int> RemoveSomeAsync(int environmentSeq, CancellationToken cancellationToken) =>
        database.WriteAsync(
            environmentSeq,
            (db, token) =>
                db
                    .Entities.Where(row =>
                        db.Entities.OrderBy(some => some.Seq)
                            .Take(RowsAtOnce)
                            .Select(some => some.Seq)
                            .Contains(row.Seq)
                    )
                    .ExecuteDeleteAsync(token),
            cancellationToken
        );

    private Task<int> RemoveSomeEventsAsync(int environmentSeq, CancellationToken cancellationToken) =>
        database.WriteAsync(
            environmentSeq,
            (db, token) =>
                db
                    .Events.Where(row =>
                        db.Events.OrderBy(some => some.CapturedAt)
                            .Take(RowsAtOnce)
                            .Select(some => some.Seq)
                            .Contains(row.Seq)
                    )
                    .ExecuteDeleteAsync(token),
            cancellationToken
        );

    private Task<int> RemoveSomeRuleSavesAsync(int environmentSeq, CancellationToken cancellationToken) =>
        database.WriteAsync(
            environmentSeq,
            (db, token) =>
                db
                    .FlagRuleSaves.Where(row =>
                        db.FlagRuleSaves.OrderBy(some => some.Seq)
                            .Take(RowsAtOnce)
                            .Select(some => some.Seq)
                            .Contains(row.Seq)
                    )
                    .ExecuteDeleteAsync(token),
            cancellationToken
        );

    // The rules of flags go with their environment: hundreds of rows at most.
    private static async Task<int> RemoveItselfAsync(
        SchematicDb db,
        int environmentSeq,
        CancellationToken cancellationToken
    )
    {
        var counter = FlagChanges.CounterOf(environmentSeq);
        await db.ChangeCounters.Where(row => row.Name == counter).ExecuteDeleteAsync(cancellationToken);
        return await db
            .Environments.IgnoreQueryFilters()
            .Where(row => row.Seq == environmentSeq)
            .ExecuteDeleteAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "What deleted environments held could not be removed, and is tried again: {Reason}"
        )]
        public static partial void CannotRemove(ILogger logger, string reason);
    }
}
