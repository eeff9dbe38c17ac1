using System.Net;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Sessions;
using Schematic.Gateway;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Plans.Changes;

public abstract class PlanChangeStoreTests(ApiFixture api) : PlanTopic(api)
{
    [Fact]
    public async Task A_change_shows_the_plans_before_and_after_it()
    {
        var company = await NewCompanyAsync(Unique("acme"));
        var (former, latter) = (await SoldPlanAsync(PlanType.Plan), await SoldPlanAsync(PlanType.Plan));
        var (gone, kept) = (await SoldPlanAsync(PlanType.AddOn), await SoldPlanAsync(PlanType.AddOn));
        var come = await SoldPlanAsync(PlanType.AddOn);
        await AssignAsync(company.Id, former.Id, gone.Id, kept.Id);

        await AssignAsync(company.Id, latter.Id, kept.Id, come.Id);

        var change = (await ChangesAsync(company.Id))[0];
        Assert.Equal((PlanChangeAction.ManagePlan, false), (change.Action, change.IsVersionUpgrade));
        Assert.Equal((former.Id, former.Name), (change.PreviousBasePlan!.Id, change.PreviousBasePlan.Name));
        Assert.Equal((latter.Id, "blue", false), (change.BasePlan!.Id, change.BasePlan.Icon, change.BasePlan.Deleted));
        Assert.Equal(
            (former.ActiveVersion!.Id, 1),
            (change.PreviousBasePlanVersion!.Id, change.PreviousBasePlanVersion.Version)
        );
        Assert.Equal(latter.ActiveVersion!.Id, change.BasePlanVersion!.Id);
        Assert.Equal([come.Id], change.AddOnsAdded.Select(static one => one.Id));
        Assert.Equal([gone.Id], change.AddOnsRemoved.Select(static one => one.Id));
        Assert.Equal((company.Id, company.Name), (change.CompanyId, change.Company!.Name));
        Assert.Null(change.BasePlanAction);
        Assert.Null(change.SubscriptionChangeAction);
        Assert.Empty(change.TraitsUpdated);
    }

    [Fact]
    public async Task The_first_plan_follows_none_and_the_last_is_followed_by_none()
    {
        var company = await NewCompanyAsync(Unique("acme"));
        var plan = await SoldPlanAsync(PlanType.Plan);
        await AssignAsync(company.Id, plan.Id);

        await AssignAsync(company.Id, null);

        var changes = await ChangesAsync(company.Id);
        Assert.Equal([null, plan.Id], changes.Select(static one => one.BasePlan?.Id));
        Assert.Equal([plan.Id, null], changes.Select(static one => one.PreviousBasePlan?.Id));
        Assert.Null(changes[0].BasePlanVersion);
    }

    [Fact]
    public async Task A_plan_that_stays_is_in_a_change_of_add_ons()
    {
        var company = await NewCompanyAsync(Unique("acme"));
        var (plan, addOn) = (await SoldPlanAsync(PlanType.Plan), await SoldPlanAsync(PlanType.AddOn));
        await AssignAsync(company.Id, plan.Id);

        await AssignAsync(company.Id, plan.Id, addOn.Id);

        var change = (await ChangesAsync(company.Id))[0];
        Assert.Equal((plan.Id, plan.Id), (change.PreviousBasePlan!.Id, change.BasePlan!.Id));
        Assert.Equal([addOn.Id], change.AddOnsAdded.Select(static one => one.Id));
    }

    [Fact]
    public async Task What_changes_nothing_and_what_is_refused_leave_no_trace()
    {
        var company = await NewCompanyAsync(Unique("acme"));
        var (plan, draft) = (await SoldPlanAsync(PlanType.Plan), await NewPlanAsync());
        await AssignAsync(company.Id, plan.Id);

        await AssignAsync(company.Id, plan.Id);
        await RefusedAsync(HttpStatusCode.Conflict, "Publish", () => AssignAsync(company.Id, draft.Id));

        Assert.Single(await ChangesAsync(company.Id));
    }

    [Fact]
    public async Task A_change_says_which_key_or_member_made_it()
    {
        var company = await NewCompanyAsync(Unique("acme"));
        var plan = await SoldPlanAsync(PlanType.Plan);
        var key = (await Production.ApiKeys.WhoAmIAsync(Cancellation)).Data;
        await AssignAsync(company.Id, plan.Id);
        var session = await SignInAsync();
        var console = Server.Gateway(Keys.Console, key.EnvironmentId, session.Token);

        await console.Plans.UpdateCompanyPlansAsync(
            company.Id,
            new UpdateCompanyPlansRequestBody { BasePlanId = null, AddOnIds = [] },
            Cancellation
        );

        var changes = await ChangesAsync(company.Id);
        Assert.Equal([ActorType.AppUser, ActorType.ApiKey], changes.Select(static one => one.ActorType));
        Assert.Equal((session.MemberId, session.Name), (changes[0].UserId, changes[0].UserName));
        Assert.Null(changes[0].ApiKey);
        Assert.StartsWith("api_", changes[1].ApiKey!.Id, StringComparison.Ordinal);
        Assert.Equal((key.EnvironmentId, null), (changes[1].ApiKey!.EnvironmentId, changes[1].UserId));
        Assert.Equal(36, changes[0].RequestId!.Length);
        Assert.NotEqual(changes[0].RequestId, changes[1].RequestId);
    }

    [Fact]
    public async Task A_change_tells_names_as_they_were_and_what_has_been_deleted_since()
    {
        var company = await NewCompanyAsync(Unique("acme"));
        var plan = await SoldPlanAsync(PlanType.Plan);
        var renamed = Unique("renamed");
        var secret = (
            await Console.ApiKeys.CreateAsync(
                new CreateApiKeyRequestBody
                {
                    Name = Unique("key"),
                    EnvironmentId = (await Production.ApiKeys.WhoAmIAsync(Cancellation)).Data.EnvironmentId,
                },
                Cancellation
            )
        ).Data;
        await Server
            .Gateway(secret.Secret)
            .Plans.UpdateCompanyPlansAsync(
                company.Id,
                new UpdateCompanyPlansRequestBody { BasePlanId = plan.Id, AddOnIds = [] },
                Cancellation
            );
        await Production.Plans.UpdateAsync(plan.Id, new UpdatePlanRequestBody { Name = renamed }, null, Cancellation);
        await AssignAsync(company.Id, null);
        await Production.Plans.DeleteAsync(plan.Id, Cancellation);
        await Console.ApiKeys.DeleteAsync(secret.Id, Cancellation);
        await Production.Companies.DeleteAsync(company.Id, Cancellation);

        var changes = await ChangesAsync(company.Id);

        Assert.Equal([renamed, null], changes.Select(static one => one.PreviousBasePlan?.Name));
        Assert.Equal([null, plan.Name], changes.Select(static one => one.BasePlan?.Name));
        Assert.Equal(plan.Name, changes[0].PreviousBasePlanVersion!.Name);
        Assert.True(changes[1].BasePlan!.Deleted);
        Assert.Null(changes[1].ApiKey);
        Assert.Null(changes[1].Company);
    }

    [Fact]
    public async Task A_list_and_its_count_agree_under_every_filter()
    {
        var environment = await EmptyEnvironmentAsync();
        var (first, second) = (await CompanyInAsync(environment), await CompanyInAsync(environment));
        var plan = await PublishedInAsync(environment);
        foreach (var company in (string[])[first, second, first])
            await environment.Plans.UpdateCompanyPlansAsync(
                company,
                new UpdateCompanyPlansRequestBody
                {
                    BasePlanId = (await environment.Companies.GetAsync(company, Cancellation)).Data.Plan is null
                        ? plan
                        : null,
                    AddOnIds = [],
                },
                Cancellation
            );

        Assert.Equal([first, second, first], await CompaniesAsync(environment, new PlanChangesQuery()));
        Assert.Equal([first, first], await CompaniesAsync(environment, new PlanChangesQuery { CompanyId = first }));
        Assert.Equal(
            [first, second, first],
            await CompaniesAsync(environment, new PlanChangesQuery { CompanyIds = [first, second] })
        );
        Assert.Equal(
            [second],
            await CompaniesAsync(environment, new PlanChangesQuery { CompanyIds = [second, "comp_nosuch"] })
        );
        Assert.Equal(
            [first, second, first],
            await CompaniesAsync(environment, new PlanChangesQuery { Action = PlanChangeAction.ManagePlan })
        );
        Assert.Empty(
            await CompaniesAsync(environment, new PlanChangesQuery { Action = PlanChangeAction.FallbackPlan })
        );
        Assert.Empty(
            await CompaniesAsync(
                environment,
                new PlanChangesQuery { BasePlanAction = PlanChangeBasePlanAction.Initial }
            )
        );
    }

    [Fact]
    public async Task Pages_follow_each_other_newest_first()
    {
        var company = await NewCompanyAsync(Unique("acme"));
        var plan = await SoldPlanAsync(PlanType.Plan);
        for (var i = 0; i < 4; i++)
            await AssignAsync(company.Id, i % 2 == 0 ? plan.Id : null);

        var all = await ChangesAsync(company.Id);
        var page = (
            await Production.Plans.ListChangesAsync(
                new PlanChangesQuery
                {
                    CompanyId = company.Id,
                    Limit = 2,
                    Offset = 1,
                },
                Cancellation
            )
        ).Data;

        Assert.Equal(all.Skip(1).Take(2).Select(static one => one.Id), page.Select(static one => one.Id));
        Assert.Equal(
            all.OrderByDescending(static one => one.CreatedAt).Select(static one => one.Id),
            all.Select(static one => one.Id)
        );
        Assert.Equal(all[2].Id, (await Production.Plans.GetChangeAsync(all[2].Id, Cancellation)).Data.Id);
    }

    [Fact]
    public async Task Another_environment_sees_no_change()
    {
        var company = await NewCompanyAsync(Unique("acme"));
        await AssignAsync(company.Id, (await SoldPlanAsync(PlanType.Plan)).Id);
        var change = Assert.Single(await ChangesAsync(company.Id));

        Assert.Empty(await CompaniesAsync(Staging, new PlanChangesQuery { CompanyId = company.Id }));
        await RefusedAsync(
            HttpStatusCode.NotFound,
            change.Id,
            () => Staging.Plans.GetChangeAsync(change.Id, Cancellation)
        );
    }

    private async Task<IReadOnlyList<PlanChangeResponseData>> ChangesAsync(string companyId) =>
        (await Production.Plans.ListChangesAsync(new PlanChangesQuery { CompanyId = companyId }, Cancellation)).Data;

    private static async Task<IReadOnlyList<string>> CompaniesAsync(
        SchematicGateway environment,
        PlanChangesQuery query
    )
    {
        var changes = (await environment.Plans.ListChangesAsync(query, Cancellation)).Data;
        Assert.Equal(changes.Count, (await environment.Plans.CountChangesAsync(query, Cancellation)).Data.Count);
        return [.. changes.Select(static one => one.CompanyId)];
    }

    private static async Task<string> CompanyInAsync(SchematicGateway environment) =>
        (
            await environment.Companies.UpsertAsync(
                new UpsertCompanyRequestBody { Keys = new Dictionary<string, string> { ["domain"] = Unique("acme") } },
                Cancellation
            )
        )
            .Data
            .Id;

    private static async Task<string> PublishedInAsync(SchematicGateway environment)
    {
        var plan = (
            await environment.Plans.CreateAsync(
                new CreatePlanRequestBody { Name = Unique("plan"), PlanType = PlanType.Plan },
                Cancellation
            )
        ).Data;
        await environment.Plans.PublishVersionAsync(
            plan.DraftVersion!.Id,
            new PublishPlanVersionRequestBody
            {
                MigrationStrategy = PlanVersionMigrationStrategy.Leave,
                ExcludedCompanyIds = [],
            },
            Cancellation
        );
        return plan.Id;
    }

    private async Task<SessionResponseData> SignInAsync() =>
        (
            await Console.Sessions.SignInAsync(
                new SignInRequestBody { Email = Admin.Email, Password = Admin.Password },
                Cancellation
            )
        ).Data;
}

public sealed class PlanChangeStoreTestsOnSqlite(SqliteApi api) : PlanChangeStoreTests(api), IClassFixture<SqliteApi>;

public sealed class PlanChangeStoreTestsOnPostgreSql(PostgreSqlApi api)
    : PlanChangeStoreTests(api),
        IClassFixture<PostgreSqlApi>;
