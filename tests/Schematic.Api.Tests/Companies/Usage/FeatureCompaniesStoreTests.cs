using System.Net;
using Schematic.Api.Tests.Plans;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Companies.Usage;

public abstract class FeatureCompaniesStoreTests(ApiFixture api) : PlanTopic(api)
{
    [Fact]
    public async Task Companies_with_a_feature_are_listed_with_their_use_of_it()
    {
        var (subtype, domain) = (Unique("call"), Unique("acme"));
        var feature = await NewFeatureAsync(subtype);
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, 10));
        var byPlan = await NewCompanyAsync(domain);
        await AssignAsync(byPlan.Id, plan.Id);
        await SendAsync(Production, Track(subtype, domain, quantity: 3));
        var byOverride = await NewCompanyAsync(Unique("override"));
        await OverrideAsync(byOverride, feature, 20);
        await NewCompanyAsync(Unique("nothing"));
        var query = new FeatureCompaniesQuery { FeatureId = feature.Id };

        var found = (await Production.Features.ListCompaniesAsync(query, Cancellation)).Data;

        Assert.Equal([byOverride.Id, byPlan.Id], found.Select(one => one.Company!.Id));
        Assert.Equal([20, 10], found.Select(one => one.Allocation));
        Assert.Equal(3, found[1].Usage);
        Assert.Equal(plan.Id, found[1].Company!.Plan!.Id);
        Assert.Equal(2, (await Production.Features.CountCompaniesAsync(query, Cancellation)).Data.Count);
        var searched = await Production.Features.ListCompaniesAsync(query with { Q = domain }, Cancellation);
        Assert.Equal(byPlan.Id, Assert.Single(searched.Data).Company!.Id);
    }

    [Fact]
    public async Task An_expired_override_gives_a_company_no_feature()
    {
        var feature = await NewFeatureAsync(Unique("call"));
        var company = await NewCompanyAsync(Unique("acme"));
        var ends = DateTimeOffset.UtcNow.AddSeconds(2);
        await Production.Entitlements.CreateOverrideAsync(
            OverrideBody(company, feature, 20) with
            {
                ExpirationDate = ends,
            },
            Cancellation
        );
        var query = new FeatureCompaniesQuery { FeatureId = feature.Id };
        Assert.Single((await Production.Features.ListCompaniesAsync(query, Cancellation)).Data);

        await Task.Delay(ends - DateTimeOffset.UtcNow + TimeSpan.FromMilliseconds(50), Cancellation);

        Assert.Empty((await Production.Features.ListCompaniesAsync(query, Cancellation)).Data);
        Assert.Equal(0, (await Production.Features.CountCompaniesAsync(query, Cancellation)).Data.Count);
    }

    [Fact]
    public async Task Companies_whom_an_override_denies_the_feature_are_listed_without_access()
    {
        var feature = await NewFeatureAsync();
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, null));
        var company = await NewCompanyAsync(Unique("acme"));
        await AssignAsync(company.Id, plan.Id);
        await Production.Entitlements.CreateOverrideAsync(
            OverrideBody(company, feature) with
            {
                ValueBool = false,
            },
            Cancellation
        );

        var one = Assert.Single(
            (
                await Production.Features.ListCompaniesAsync(
                    new FeatureCompaniesQuery { FeatureId = feature.Id },
                    Cancellation
                )
            ).Data
        );

        Assert.Equal((company.Id, false), (one.Company!.Id, one.Access));
    }

    [Fact]
    public async Task Another_environment_has_none_of_them_and_an_unknown_feature_is_refused()
    {
        var feature = await NewFeatureAsync();
        await OverrideAsync(await NewCompanyAsync(Unique("acme")), feature);
        var query = new FeatureCompaniesQuery { FeatureId = feature.Id };

        Assert.Empty((await Staging.Features.ListCompaniesAsync(query, Cancellation)).Data);
        Assert.Equal(0, (await Staging.Features.CountCompaniesAsync(query, Cancellation)).Data.Count);
        foreach (
            var ask in (Func<Task>[])
                [
                    () => Production.Features.ListCompaniesAsync(new() { FeatureId = "feat_none" }, Cancellation),
                    () => Production.Features.CountCompaniesAsync(new() { FeatureId = "feat_none" }, Cancellation),
                ]
        )
            await RefusedAsync(HttpStatusCode.NotFound, "feat_none", ask);
    }
}

public sealed class FeatureCompaniesStoreTestsOnSqlite(SqliteApi api)
    : FeatureCompaniesStoreTests(api),
        IClassFixture<SqliteApi>;

public sealed class FeatureCompaniesStoreTestsOnPostgreSql(PostgreSqlApi api)
    : FeatureCompaniesStoreTests(api),
        IClassFixture<PostgreSqlApi>;
