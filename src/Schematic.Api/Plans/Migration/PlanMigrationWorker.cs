using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;

namespace Schematic.Api.Plans.Migration;

/// <summary>
/// Works migrations off in the background, a batch of companies at a time. Nothing about them is in memory alone: a
/// migration that an instance leaves behind, however it ends, is continued by the next one to look.
/// </summary>
internal sealed partial class PlanMigrationWorker(
    IDatabase database,
    IPlanBenefits benefits,
    TimeProvider time,
    ILogger<PlanMigrationWorker> logger
) : BackgroundService
{
    private const string MoveFailed =
        "The company could not be moved. The log of the server has the reason; then retry the migration.";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly Channel<byte> _woken = Channel.CreateBounded<byte>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Companies to try at once in migrations whose last batch failed.</summary>
    private readonly Dictionary<int, int> _reduced = [];

    /// <summary>Tells it that there is something to do.</summary>
    public void Wake() => _woken.Writer.TryWrite(0);

    /// <summary>Works on every migration until all have ended.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await NextAsync(cancellationToken) is { Count: > 0 } migrations)
        {
            var isAnyMine = false;
            foreach (var migration in migrations)
            {
                var started = time.GetTimestamp();
                isAnyMine |= await RunBatchAsync(migration, cancellationToken);
                // Half of the time belongs to others: checks of companies that were moved have to read them again.
                await Task.Delay(time.GetElapsedTime(started), time, cancellationToken);
            }

            // Other instances work on the rest.
            if (!isAnyMine)
                return;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Log.CannotContinue(logger, failure.Message);
            }

            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(
                _woken.Reader.ReadAsync(waiting.Token).AsTask(),
                Task.Delay(Interval, time, waiting.Token)
            );
            await waiting.CancelAsync();
            stoppingToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>
    /// Migrations that have not ended, of each plan the oldest: a later one moves companies on from where that leaves
    /// them.
    /// </summary>
    private async Task<IReadOnlyList<Unfinished>> NextAsync(CancellationToken cancellationToken)
    {
        await using var db = database.OpenAccount();
        var environments = db.Environments;
        var unfinished = await PlanMigrations
            .UnderWay(db)
            .IgnoreQueryFilters()
            .Where(row =>
                environments.Any(environment => environment.Seq == row.EnvironmentSeq && environment.DeletedAt == null)
            )
            .OrderBy(static row => row.Seq)
            .Select(static row => new Unfinished(row.Seq, row.EnvironmentSeq, row.PlanSeq))
            .ToListAsync(cancellationToken);
        return [.. unfinished.DistinctBy(static one => (one.EnvironmentSeq, one.PlanSeq))];
    }

    /// <returns>False if another instance is working on it.</returns>
    private async Task<bool> RunBatchAsync(Unfinished migration, CancellationToken cancellationToken)
    {
        var atMost = _reduced.GetValueOrDefault(migration.Seq, PlanMigrationBatch.MaxCompanies);
        try
        {
            var isMine = await database.WriteAsync(
                migration.EnvironmentSeq,
                async (db, token) =>
                {
                    var batch = new PlanMigrationBatch(db, time.Now(), benefits);
                    if (await batch.ClaimAsync(migration.Seq, token) is not { } claimed)
                        return false;
                    await batch.RunAsync(claimed, atMost, token);
                    return true;
                },
                cancellationToken
            );
            Enlarge(migration, atMost);
            return isMine;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // One company can spoil the batch of many: smaller ones find it.
            Log.BatchFailed(logger, failure, atMost, migration.Seq);
            if (atMost == 1)
                await GiveUpNextAsync(migration, cancellationToken);
            _reduced[migration.Seq] = Math.Max(1, atMost / 2);
            return true;
        }
    }

    private void Enlarge(Unfinished migration, int atMost)
    {
        if (atMost * 2 >= PlanMigrationBatch.MaxCompanies)
            _reduced.Remove(migration.Seq);
        else
            _reduced[migration.Seq] = atMost * 2;
    }

    // Where the database itself is out of reach, this fails as well, and no company is given up.
    private Task GiveUpNextAsync(Unfinished migration, CancellationToken cancellationToken) =>
        database.WriteAsync(
            migration.EnvironmentSeq,
            async (db, token) =>
            {
                var batch = new PlanMigrationBatch(db, time.Now(), benefits);
                if (await batch.ClaimAsync(migration.Seq, token) is { } claimed)
                    await batch.GiveUpNextAsync(claimed, MoveFailed, token);
            },
            cancellationToken
        );

    private sealed record Unfinished(int Seq, int EnvironmentSeq, int PlanSeq);

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Migrations of companies to other versions of plans wait, and are tried again: {Reason}"
        )]
        public static partial void CannotContinue(ILogger logger, string reason);

        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "A batch of at most {Count} companies of plan migration {Migration} could not be moved"
        )]
        public static partial void BatchFailed(ILogger logger, Exception failure, int count, int migration);
    }
}
