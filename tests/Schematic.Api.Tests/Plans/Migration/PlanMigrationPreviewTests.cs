using System.Net;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Plans.Migration;

public abstract class PlanMigrationPreviewTests(ApiFixture api) : PlanMigrationTopic(api)
{
    [Fact]
    public async Task A_preview_names_the_companies_that_would_move_and_moves_none()
    {
        var (plan, draft) = await PlanWithDraftAsync();
        var first = plan.ActiveVersion!;
        var companies = await CompaniesOnAsync(plan, 2);
        await PublishAsync(plan.Id);
        await CompaniesOnAsync(plan, 1);
        var all = Preview(plan.Id, draft.Id);

        var preview = (await Production.PlanMigrations.PreviewAsync(all, Cancellation)).Data;

        Assert.False(preview.HasBillingChanges);
        Assert.Equal(
            [(companies[1], first.Id, false), (companies[0], first.Id, false)],
            preview.Companies.Select(static one => (one.CompanyId, one.PlanVersionIdFrom!, one.WouldFail))
        );
        Assert.Equal([companies[0]], await PreviewedAsync(all with { CompanyIds = [companies[0]] }));
        Assert.Empty(await PreviewedAsync(all with { PlanVersionIdsFrom = [] }));
        Assert.Equal(2, (await PreviewedAsync(all with { PlanVersionIdsFrom = [first.Id] })).Count);
        Assert.Equal(
            new Dictionary<string, int> { [first.Id] = 2, [draft.Id] = 1 },
            await CompaniesByVersionAsync(plan.Id)
        );
    }

    [Fact]
    public async Task A_preview_refuses_what_the_migration_would_refuse()
    {
        var (plan, draft) = await PlanWithDraftAsync();

        await RefusedAsync(HttpStatusCode.Conflict, "Publish", () => PreviewedAsync(Preview(plan.Id, draft.Id)));
        await RefusedAsync(
            HttpStatusCode.NotFound,
            "plan_nosuch",
            () => PreviewedAsync(Preview("plan_nosuch", draft.Id))
        );
        await RefusedAsync(
            HttpStatusCode.BadRequest,
            "target_plan_type",
            () => PreviewedAsync(Preview(plan.Id, plan.ActiveVersion!.Id) with { TargetPlanType = PlanType.AddOn })
        );
        await RefusedAsync(
            HttpStatusCode.NotFound,
            "comp_nosuch",
            () => PreviewedAsync(Preview(plan.Id, plan.ActiveVersion!.Id) with { CompanyIds = ["comp_nosuch"] })
        );
    }

    private static PreviewMigrationRequestBody Preview(string planId, string versionId) =>
        new()
        {
            PlanId = planId,
            PlanVersionIdTo = versionId,
            TargetPlanType = PlanType.Plan,
        };

    private async Task<IReadOnlyList<string>> PreviewedAsync(PreviewMigrationRequestBody body) =>
        [
            .. (await Production.PlanMigrations.PreviewAsync(body, Cancellation)).Data.Companies.Select(static one =>
                one.CompanyId
            ),
        ];
}

public sealed class PlanMigrationPreviewTestsOnSqlite(SqliteApi api)
    : PlanMigrationPreviewTests(api),
        IClassFixture<SqliteApi>;

public sealed class PlanMigrationPreviewTestsOnPostgreSql(PostgreSqlApi api)
    : PlanMigrationPreviewTests(api),
        IClassFixture<PostgreSqlApi>;
