using Microsoft.EntityFrameworkCore;
using Schematic.Api.Environments;
using Schematic.Api.Events.Capture;
using Schematic.Api.Http.Idempotency;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.PostgreSql;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Events;

/// <summary>
/// Deletes what is old: events, by the month where the database keeps months apart and a few at a time where it does
/// not, and idempotency keys of events and of requests that have expired. Counters are not touched.
/// </summary>
internal sealed partial class EventRetention(
    IDatabase database,
    EventOptions options,
    TimeProvider time,
    ILogger<EventRetention> logger
) : BackgroundService
{
    // So few that a write which waits for them does not notice.
    private const int RowsAtOnce = 200;

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Does all that is due by now.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.Now();
        if (database.Dialect == SqlDialect.PostgreSql)
            await KeepMonthsAsync(now, cancellationToken);
        else if (options.Oldest(now) is { } oldest)
            await DeleteEventsAsync(oldest, cancellationToken);
        await DeleteAsync(
            new SqlLiteral("idempotency_keys"),
            new SqlLiteral("environment_seq, event_type, key"),
            new SqlText($"seen_at < {now - IdempotencyKeyRow.Lifetime}"),
            cancellationToken
        );
        await DeleteAsync(
            new SqlLiteral("kept_requests"),
            new SqlLiteral("environment_seq, key"),
            new SqlText($"seen_at <= {now - KeptRequestRow.Lifetime}"),
            cancellationToken
        );
    }

    /// <summary>Makes the months of events before the first one arrives.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (database.Dialect == SqlDialect.PostgreSql)
            await KeepMonthsAsync(time.Now(), cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.CannotDelete(logger, failure.Message);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private Task KeepMonthsAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAccountAsync(
            (db, token) => EventPartitions.KeepAsync(db, options.Oldest(now), now, token),
            cancellationToken
        );

    // Environment by environment, as the index has them.
    private async Task DeleteEventsAsync(DateTimeOffset oldest, CancellationToken cancellationToken)
    {
        List<int> environments;
        await using (var db = database.OpenAccount())
            environments = await db
                .Environments.IgnoreQueryFilters()
                .Select(static row => row.Seq)
                .ToListAsync(cancellationToken);
        foreach (var seq in environments)
            await DeleteAsync(
                new SqlLiteral("events"),
                new SqlLiteral("seq"),
                new SqlText($"environment_seq = {seq} AND captured_at < {oldest}"),
                cancellationToken
            );
    }

    private async Task DeleteAsync(
        SqlLiteral table,
        SqlLiteral key,
        SqlText condition,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var deleted = await database.WriteAccountAsync(
                async (db, token) =>
                    (
                        await db.QueryAsync(
                            new SqlText(
                                $"""
                                DELETE FROM {table}
                                WHERE ({key}) IN (SELECT {key} FROM {table} WHERE {condition} LIMIT {RowsAtOnce})
                                RETURNING environment_seq
                                """
                            ),
                            static row => row.GetInt32(0),
                            token
                        )
                    ).Count,
                cancellationToken
            );
            if (deleted < RowsAtOnce)
                return;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Old events and idempotency keys could not be deleted, and are tried again: {Reason}"
        )]
        public static partial void CannotDelete(ILogger logger, string reason);
    }
}
