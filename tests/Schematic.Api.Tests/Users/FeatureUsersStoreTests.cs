using System.Net;
using Schematic.Api.Tests.Plans;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Users;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Users;

public abstract class FeatureUsersStoreTests(ApiFixture api) : PlanTopic(api)
{
    [Fact]
    public async Task Users_are_found_by_the_plan_of_a_company()
    {
        var feature = await NewFeatureAsync();
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, null));
        var domain = Unique("acme");
        await AssignAsync((await NewCompanyAsync(domain)).Id, plan.Id);
        var member = await NewUserAsync(domain);
        await NewUserAsync((await NewCompanyAsync(Unique("other"))).Keys[0].Value);
        var query = new UsersQuery { PlanId = plan.Id };

        Assert.Equal([member.Id], (await Production.Users.ListAsync(query, Cancellation)).Data.Select(user => user.Id));
        Assert.Equal(1, (await Production.Users.CountAsync(query, Cancellation)).Data.Count);
        var ofFeature = new FeatureUsersQuery { FeatureId = feature.Id };
        var use = Assert.Single((await Production.Features.ListUsersAsync(ofFeature, Cancellation)).Data);
        Assert.Equal((member.Id, plan.Id, true), (use.User!.Id, use.Plan!.Id, use.Access));
        Assert.Equal(domain, use.Company!.Keys[0].Value);
        Assert.Equal(1, (await Production.Features.CountUsersAsync(ofFeature, Cancellation)).Data.Count);
        Assert.Equal(EntitlementType.PlanEntitlement, use.EntitlementType);
    }

    [Fact]
    public async Task A_user_of_several_companies_is_there_once_with_the_one_joined_first()
    {
        var feature = await NewFeatureAsync(Unique("call"));
        var (without, first, second) = (Unique("without"), Unique("first"), Unique("second"));
        await NewCompanyAsync(without);
        await OverrideAsync(await NewCompanyAsync(first), feature, 10);
        await OverrideAsync(await NewCompanyAsync(second), feature, 20);
        var older = await NewUserAsync(without, first, second);
        var younger = await NewUserAsync(second);
        await NewUserAsync(without);
        var query = new FeatureUsersQuery { FeatureId = feature.Id };

        var found = (await Production.Features.ListUsersAsync(query, Cancellation)).Data;

        Assert.Equal([younger.Id, older.Id], found.Select(static one => one.User!.Id));
        Assert.Equal([second, first], found.Select(static one => one.Company!.Keys[0].Value));
        Assert.Equal([20, 10], found.Select(static one => one.Allocation));
        Assert.Equal(2, (await Production.Features.CountUsersAsync(query, Cancellation)).Data.Count);
        var page = await Production.Features.ListUsersAsync(query with { Limit = 1, Offset = 1 }, Cancellation);
        Assert.Equal(older.Id, Assert.Single(page.Data).User!.Id);
    }

    [Fact]
    public async Task Users_of_another_environment_do_not_count_and_an_unknown_feature_is_refused()
    {
        var feature = await NewFeatureAsync();
        var domain = Unique("acme");
        await OverrideAsync(await NewCompanyAsync(domain), feature);
        await NewUserAsync(domain);

        Assert.Empty((await Staging.Features.ListUsersAsync(new() { FeatureId = feature.Id }, Cancellation)).Data);
        await RefusedAsync(
            HttpStatusCode.NotFound,
            "feat_none",
            () => Production.Features.ListUsersAsync(new() { FeatureId = "feat_none" }, Cancellation)
        );
    }

    private async Task<UserDetailResponseData> NewUserAsync(params string[] domains) =>
        (
            await Production.Users.UpsertAsync(
                new UpsertUserRequestBody
                {
                    Keys = new Dictionary<string, string> { ["email"] = Unique("user") },
                    Companies =
                    [
                        .. domains.Select(static domain => new Dictionary<string, string> { ["domain"] = domain }),
                    ],
                },
                Cancellation
            )
        ).Data;
}

public sealed class FeatureUsersStoreTestsOnSqlite(SqliteApi api)
    : FeatureUsersStoreTests(api),
        IClassFixture<SqliteApi>;

public sealed class FeatureUsersStoreTestsOnPostgreSql(PostgreSqlApi api)
    : FeatureUsersStoreTests(api),
        IClassFixture<PostgreSqlApi>;
