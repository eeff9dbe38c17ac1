using System.Net;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Plans.Migration;

public abstract class PlanMigrationInputTests(ApiFixture api) : PlanMigrationTopic(api)
{
    [Fact]
    public async Task What_does_not_fit_together_is_refused_and_names_the_member()
    {
        var (plan, draft) = await PlanWithDraftAsync();
        var first = plan.ActiveVersion!;
        var other = await SoldPlanAsync(PlanType.Plan);
        var fine = Migration(plan.Id, first.Id);

        await RefusedMigrationAsync(HttpStatusCode.NotFound, "plan_nosuch", fine with { PlanId = "plan_nosuch" });
        await RefusedMigrationAsync(HttpStatusCode.Conflict, "Publish", fine with { PlanVersionIdTo = draft.Id });
        await RefusedMigrationAsync(
            HttpStatusCode.NotFound,
            other.ActiveVersion!.Id,
            fine with
            {
                PlanVersionIdTo = other.ActiveVersion.Id,
            }
        );
        await RefusedMigrationAsync(
            HttpStatusCode.BadRequest,
            "target_plan_type",
            fine with
            {
                TargetPlanType = PlanType.AddOn,
            }
        );
        await RefusedMigrationAsync(
            HttpStatusCode.BadRequest,
            "plan_version_ids_from[0]",
            fine with
            {
                PlanVersionIdsFrom = [first.Id],
            }
        );
        await RefusedMigrationAsync(
            HttpStatusCode.NotFound,
            "plvr_nosuch",
            fine with
            {
                PlanVersionIdsFrom = ["plvr_nosuch"],
            }
        );
        await RefusedMigrationAsync(HttpStatusCode.NotFound, "comp_1", fine with { CompanyIds = ["comp_1"] });
        await RefusedMigrationAsync(HttpStatusCode.NotFound, "comp_2", fine with { ExcludedCompanyIds = ["comp_2"] });
    }

    [Fact]
    public async Task An_excluded_company_that_does_not_exist_keeps_a_version_from_being_published()
    {
        var (plan, _) = await PlanWithDraftAsync();

        await RefusedAsync(
            HttpStatusCode.NotFound,
            "comp_nosuch",
            () => PublishAsync(plan.Id, PlanVersionMigrationStrategy.Immediate, "comp_nosuch")
        );

        Assert.NotNull((await PlanAsync(plan.Id)).DraftVersion);
    }

    private Task RefusedMigrationAsync(HttpStatusCode status, string says, CreateMigrationInput body) =>
        RefusedAsync(status, says, () => Production.PlanMigrations.CreateAsync(body, Cancellation));
}

public sealed class PlanMigrationInputTestsOnSqlite(SqliteApi api)
    : PlanMigrationInputTests(api),
        IClassFixture<SqliteApi>;

public sealed class PlanMigrationInputTestsOnPostgreSql(PostgreSqlApi api)
    : PlanMigrationInputTests(api),
        IClassFixture<PostgreSqlApi>;
