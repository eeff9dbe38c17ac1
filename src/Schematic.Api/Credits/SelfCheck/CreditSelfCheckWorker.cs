using Microsoft.EntityFrameworkCore;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Credits.SelfCheck;

/// <summary>
/// Checks each environment that has credits every hour. Of any number of instances the one that takes a check does it;
/// what was missed while no server ran is due at once.
/// </summary>
internal sealed partial class CreditSelfCheckWorker(
    IDatabase database,
    CreditSelfCheck check,
    TimeProvider time,
    ILogger<CreditSelfCheckWorker> logger
) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Does all checks that are due by now and that nobody else has taken.</summary>
    /// <returns>How many were done.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var seq in await DueAsync(cancellationToken))
        {
            if (!await TakeAsync(seq, cancellationToken))
                continue;
            await check.RunAsync(seq, cancellationToken);
            done++;
        }

        return done;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Log.CannotCheck(logger, failure.Message);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<List<int>> DueAsync(CancellationToken cancellationToken)
    {
        var latest = time.Now() - Interval;
        await using var db = database.OpenAccount();
        var types = db.AllCreditTypes.IgnoreQueryFilters();
        var checks = db.CreditSelfChecks.IgnoreQueryFilters();
        return await db
            .Environments.Where(row =>
                row.DeletedAt == null
                && types.Any(type => type.EnvironmentSeq == row.Seq)
                && !checks.Any(one => one.EnvironmentSeq == row.Seq && one.StartedAt > latest)
            )
            .OrderBy(static row => row.Seq)
            .Select(static row => row.Seq)
            .ToListAsync(cancellationToken);
    }

    // Whoever writes the start of a check does it. One that an instance began and did not end is due an hour later.
    private Task<bool> TakeAsync(int environmentSeq, CancellationToken cancellationToken) =>
        database.WriteAsync(
            environmentSeq,
            async (db, token) =>
            {
                var now = time.Now();
                var taken = await db.QueryAsync(
                    new SqlText(
                        $"""
                        INSERT INTO credit_self_checks
                            (environment_seq, started_at, accounts, difference_count, differences)
                        VALUES ({environmentSeq}, {now}, 0, 0, '[]')
                        ON CONFLICT (environment_seq) DO UPDATE SET started_at = excluded.started_at
                            WHERE credit_self_checks.started_at <= {now - Interval}
                        RETURNING environment_seq
                        """
                    ),
                    static row => row.GetInt32(0),
                    token
                );
                return taken.Count > 0;
            },
            cancellationToken
        );

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "Balances of credits could not be checked, and are again within the hour: {Reason}"
        )]
        public static partial void CannotCheck(ILogger logger, string reason);
    }
}
