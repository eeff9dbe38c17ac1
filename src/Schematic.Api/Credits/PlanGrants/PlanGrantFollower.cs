using Microsoft.EntityFrameworkCore;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Api.Plans;

namespace Schematic.Api.Credits.PlanGrants;

/// <summary>
/// Works off changes of plans that apply to many companies, and lets credits per license follow the number of licenses.
/// Nothing is in memory: what an instance leaves behind is continued by the next one to look.
/// </summary>
internal sealed partial class PlanGrantFollower(
    IDatabase database,
    IPlanBenefits benefits,
    TimeProvider time,
    ILogger<PlanGrantFollower> logger
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Deals with all that there is to do now.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var environmentSeq in await EnvironmentsAsync(cancellationToken))
        {
            await WorkOffAsync(environmentSeq, cancellationToken);
            await FollowLicensesAsync(environmentSeq, cancellationToken);
        }
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
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Log.CannotFollow(logger, failure);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Environments in which anything may be to do.</summary>
    private async Task<IReadOnlyList<int>> EnvironmentsAsync(CancellationToken cancellationToken)
    {
        await using var db = database.OpenAccount();
        var grants = db.PlanCreditGrants.IgnoreQueryFilters();
        var rollouts = db.PlanGrantRollouts.IgnoreQueryFilters();
        return await db
            .Environments.Where(row =>
                row.DeletedAt == null
                && (
                    grants.Any(grant => grant.EnvironmentSeq == row.Seq)
                    || rollouts.Any(rollout => rollout.EnvironmentSeq == row.Seq && !rollout.IsDone)
                )
            )
            .Select(static row => row.Seq)
            .ToListAsync(cancellationToken);
    }

    private async Task WorkOffAsync(int environmentSeq, CancellationToken cancellationToken)
    {
        // Others may be working on the rest.
        for (var isAnyMine = true; isAnyMine; )
        {
            List<int> rollouts;
            await using (var db = database.Open(environmentSeq))
                rollouts = await db
                    .PlanGrantRollouts.Where(static row => !row.IsDone)
                    .OrderBy(static row => row.Seq)
                    .Select(static row => row.Seq)
                    .ToListAsync(cancellationToken);
            isAnyMine = false;
            foreach (var seq in rollouts)
                isAnyMine |= await database.WriteAsync(
                    environmentSeq,
                    (db, token) => new PlanGrantRollout(db, time.Now(), benefits).ContinueAsync(seq, token),
                    cancellationToken
                );
        }
    }

    private async Task FollowLicensesAsync(int environmentSeq, CancellationToken cancellationToken)
    {
        var reached = 0L;
        while (true)
        {
            List<long> companies;
            await using (var db = database.Open(environmentSeq))
                companies = await OutOfStepAsync(db, reached, cancellationToken);
            if (companies.Count == 0)
                return;
            await database.WriteAsync(
                environmentSeq,
                (db, token) => new PlanGrantRollout(db, time.Now(), benefits).ApplyAsync(companies, token),
                cancellationToken
            );
            reached = companies[^1];
        }
    }

    /// <summary>Companies with another number of licenses than their credits are for.</summary>
    private static Task<List<long>> OutOfStepAsync(SchematicDb db, long reached, CancellationToken cancellationToken) =>
        db.QueryAsync(
            new SqlText(
                $"""
                SELECT DISTINCT r.company_seq FROM credit_renewals r
                WHERE r.environment_seq = {db.EnvironmentSeq} AND r.licenses IS NOT NULL AND r.company_seq > {reached}
                    AND r.licenses <> (SELECT count(*) FROM company_memberships m WHERE m.company_seq = r.company_seq)
                ORDER BY r.company_seq LIMIT {PlanGrantRollout.MaxCompanies}
                """
            ),
            static row => row.GetInt64(0),
            cancellationToken
        );

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "Credits of companies could not follow their plans and licenses, and are tried again"
        )]
        public static partial void CannotFollow(ILogger logger, Exception failure);
    }
}
