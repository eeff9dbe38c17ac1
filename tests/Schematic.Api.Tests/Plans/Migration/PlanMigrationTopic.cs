using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Schematic.Api.Entities;
using Schematic.Api.Environments;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Api.Plans.Changes;
using Schematic.Api.Plans.Migration;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;

namespace Schematic.Api.Tests.Plans.Migration;

/// <summary>Plans with many companies, and the migrations of these.</summary>
public abstract class PlanMigrationTopic(ApiFixture api) : PlanTopic(api)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private protected IDatabase Database => Server.Services.GetRequiredService<IDatabase>();

    /// <summary>A plan with a second version in draft.</summary>
    protected async Task<(PlanDetailResponseData Plan, PlanVersionResponseData Draft)> PlanWithDraftAsync(
        PlanType type = PlanType.Plan
    )
    {
        var plan = await SoldPlanAsync(type);
        await EntitleAsync(plan.Id, await NewFeatureAsync());
        return (plan, (await PlanAsync(plan.Id)).DraftVersion!);
    }

    /// <summary>New companies on the published version of a plan, in one transaction.</summary>
    protected async Task<IReadOnlyList<string>> CompaniesOnAsync(PlanDetailResponseData plan, int count)
    {
        var now = DateTimeOffset.UnixEpoch.AddYears(56);
        return await Database.WriteAsync(
            await EnvironmentSeqAsync(),
            async (db, token) =>
            {
                var companies = Enumerable
                    .Range(0, count)
                    .Select(number => new CompanyRow
                    {
                        Id = NewId.For("comp", now),
                        EnvironmentSeq = db.EnvironmentSeq,
                        Name = $"Company {number}",
                        SortName = $"company {number}",
                        LastSeenAt = now,
                        CreatedAt = now,
                        UpdatedAt = now,
                    })
                    .ToList();
                db.AddRange(companies);
                await db.SaveChangesAsync(token);
                var writer = new CompanyPlanWriter(db, now, Benefits);
                var planSeq = (await writer.LockPlansAsync([plan.Id], token))[plan.Id].Seq;
                await writer.LockCompaniesAsync([.. companies.Select(static one => one.Seq)], token);
                await writer.SetAsync(
                    [.. companies.Select(one => new WantedPlans(one.Seq, [planSeq]))],
                    new PlanChangeCause(PlanChangeAction.Quickstart, PlanChangeActor.System),
                    token
                );
                return companies.ConvertAll(static one => one.Id);
            },
            Cancellation
        );
    }

    protected static CreateMigrationInput Migration(string planId, string versionId) =>
        new()
        {
            PlanId = planId,
            PlanVersionIdTo = versionId,
            Strategy = PlanVersionMigrationStrategy.Immediate,
            TargetPlanType = PlanType.Plan,
        };

    /// <summary>
    /// Begins to move companies to a version as the API does, but wakes nobody: on a server at rest it waits.
    /// </summary>
    /// <param name="planId">Id of the plan.</param>
    /// <param name="versionId">Id of the version to move to.</param>
    /// <param name="excluded">Ids of the companies that stay.</param>
    private protected Task<PlanMigrationRow> StartAsync(string planId, string versionId, params string[] excluded) =>
        WriteAsync(
            async (db, token) =>
            {
                var now = TimeProvider.System.Now();
                var plan = await new PlanWriter(db, now).LockAsync(planId, token);
                var body = Migration(planId, versionId) with { ExcludedCompanyIds = excluded };
                var order = await PlanMigrationInput.OrderAsync(db, plan, body, token);
                return await new PlanMigrationWriter(db, now, Benefits).StartAsync(
                    order,
                    PlanChangeActor.System,
                    token
                );
            }
        );

    /// <summary>Moves the next companies of a migration; false if it cannot be claimed.</summary>
    private protected Task<bool> RunBatchAsync(PlanMigrationRow migration, int atMost) =>
        WriteAsync(
            async (db, token) =>
            {
                var batch = new PlanMigrationBatch(db, TimeProvider.System.Now(), Benefits);
                if (await batch.ClaimAsync(migration.Seq, token) is not { } claimed)
                    return false;
                await batch.RunAsync(claimed, atMost, token);
                return true;
            }
        );

    /// <summary>Works on migrations until all have ended, as an instance of its own.</summary>
    protected Task RunWorkerAsync()
    {
        var worker = new PlanMigrationWorker(
            Database,
            Benefits,
            TimeProvider.System,
            NullLogger<PlanMigrationWorker>.Instance
        );
        return worker.RunAsync(Cancellation);
    }

    private protected async Task<T> WriteAsync<T>(Func<SchematicDb, CancellationToken, Task<T>> work) =>
        await Database.WriteAsync(await EnvironmentSeqAsync(), work, Cancellation);

    protected async Task<PlanVersionMigrationResponseData> MigrationToAsync(string versionId) =>
        (
            await Production.PlanMigrations.ListAsync(new MigrationsQuery { PlanVersionId = versionId }, Cancellation)
        ).Data[0];

    /// <summary>Waits until a migration has ended.</summary>
    protected async Task<PlanVersionMigrationResponseData> EndedAsync(string id)
    {
        PlanVersionMigrationResponseData? seen = null;
        await Poll.UntilAsync(
            "the migration to end",
            Patience,
            async () =>
            {
                seen = (await Production.PlanMigrations.GetAsync(id, Cancellation)).Data;
                return seen.CompletedAt is null ? seen.ToString() : null;
            },
            Cancellation
        );
        return seen!;
    }

    /// <summary>Ids of the versions of their plan that companies are on.</summary>
    protected async Task<IReadOnlyList<string>> VersionsOfAsync(IReadOnlyList<string> companyIds)
    {
        var versions = new List<string>();
        foreach (var id in companyIds)
            versions.Add((await Production.Companies.GetAsync(id, Cancellation)).Data.Plan!.PlanVersionId!);
        return versions;
    }

    /// <summary>Number of companies of the environment on each version of a plan, by the version's id.</summary>
    protected async Task<IReadOnlyDictionary<string, int>> CompaniesByVersionAsync(string planId)
    {
        await using var db = Database.Open(await EnvironmentSeqAsync());
        var plans = db.Plans;
        return await (
            from row in db.CompanyPlans
            join version in db.PlanVersions on row.PlanVersionSeq equals version.Seq
            where plans.Any(plan => plan.Id == planId && plan.Seq == row.PlanSeq)
            select version.Id
        )
            .GroupBy(static id => id)
            .ToDictionaryAsync(static group => group.Key, static group => group.Count(), Cancellation);
    }

    /// <summary>Number of recorded migrations of each company to a version, by the company's id.</summary>
    protected async Task<IReadOnlyDictionary<string, int>> MovesToAsync(string versionId)
    {
        await using var db = Database.Open(await EnvironmentSeqAsync());
        var snapshots = db.PlanSnapshots;
        return await db
            .PlanChanges.Where(row =>
                row.IsVersionUpgrade
                && snapshots.Any(one => one.PlanVersionId == versionId && one.Seq == row.BasePlanSnapshotSeq)
            )
            .GroupBy(static row => row.CompanyId)
            .ToDictionaryAsync(static group => group.Key, static group => group.Count(), Cancellation);
    }

    protected async Task<int> EnvironmentSeqAsync()
    {
        var id = (await Production.ApiKeys.WhoAmIAsync(Cancellation)).Data.EnvironmentId;
        await using var db = Database.OpenAccount();
        return (await db.Environments.SingleAsync(row => row.Id == id, Cancellation)).Seq;
    }
}
