using System.Net;
using Schematic.Api.Tests.Plans;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Plans;
using Schematic.Gateway;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Entitlements;

public abstract class CompanyOverrideStoreTests(ApiFixture api) : PlanTopic(api)
{
    [Fact]
    public async Task An_override_gives_its_company_what_it_says_from_the_next_check_on()
    {
        var (feature, domain) = (await NewFeatureAsync(), Unique("acme"));
        var company = await NewCompanyAsync(domain);
        Assert.False((await CheckAsync(feature, domain)).Value);

        var made = await OverrideAsync(company, feature);
        var given = await CheckAsync(feature, domain);
        await Production.Entitlements.DeleteOverrideAsync(made.Id, null, Cancellation);
        var taken = await CheckAsync(feature, domain);

        Assert.True(given.Value);
        Assert.Equal(made.RuleId, given.RuleId);
        Assert.False(taken.Value);
        Assert.Equal((company.Id, feature.Id), (made.Company!.Id, made.Feature!.Id));
    }

    [Fact]
    public async Task A_boolean_override_takes_away_what_the_plan_gives()
    {
        var (feature, domain) = (await NewFeatureAsync(), Unique("acme"));
        var company = await NewCompanyAsync(domain);
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, null));
        await AssignAsync(company.Id, plan.Id);
        Assert.True((await CheckAsync(feature, domain)).Value);

        await Production.Entitlements.CreateOverrideAsync(
            OverrideBody(company, feature) with
            {
                ValueBool = false,
            },
            Cancellation
        );

        Assert.False((await CheckAsync(feature, domain)).Value);
    }

    [Fact]
    public async Task The_more_generous_of_plan_and_override_counts()
    {
        var (feature, domain) = (await NewFeatureAsync(Unique("call")), Unique("acme"));
        var company = await NewCompanyAsync(domain);
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, 1000));
        await AssignAsync(company.Id, plan.Id);

        var made = await OverrideAsync(company, feature, 500);
        var less = await CheckAsync(feature, domain);
        await Production.Entitlements.UpdateOverrideAsync(
            made.Id,
            new UpdateCompanyOverrideRequestBody { ValueType = EntitlementValueType.Numeric, ValueNumeric = 1500 },
            null,
            Cancellation
        );
        var more = await CheckAsync(feature, domain);

        Assert.Equal(1000, less.Entitlement!.Allocation);
        Assert.Equal((1500, made.RuleId), (more.Entitlement!.Allocation, more.RuleId));
    }

    [Fact]
    public async Task An_override_ends_at_its_time_without_anybody_asking()
    {
        var (feature, domain) = (await NewFeatureAsync(), Unique("acme"));
        var company = await NewCompanyAsync(domain);
        var ends = DateTimeOffset.UtcNow.AddSeconds(2);
        var made = (
            await Production.Entitlements.CreateOverrideAsync(
                OverrideBody(company, feature) with
                {
                    ExpirationDate = ends,
                },
                Cancellation
            )
        ).Data;
        Assert.True((await CheckAsync(feature, domain)).Value);

        await Task.Delay(ends - DateTimeOffset.UtcNow + TimeSpan.FromMilliseconds(50), Cancellation);

        Assert.False((await CheckAsync(feature, domain)).Value);
        var query = new CompanyOverridesQuery { CompanyId = company.Id };
        Assert.Equal([made.Id], await IdsAsync(query));
        Assert.Empty(await IdsAsync(query with { WithoutExpired = true }));
    }

    [Fact]
    public async Task Notes_are_kept_one_after_the_other_with_their_author()
    {
        var company = await NewCompanyAsync(Unique("acme"));
        var made = (
            await Production.Entitlements.CreateOverrideAsync(
                OverrideBody(company, await NewFeatureAsync()) with
                {
                    Note = "Asked for by Jane.",
                },
                Cancellation
            )
        ).Data;
        var update = new UpdateCompanyOverrideRequestBody { ValueType = EntitlementValueType.Boolean };

        await Production.Entitlements.UpdateOverrideAsync(
            made.Id,
            update with
            {
                Note = "Extended.",
            },
            null,
            Cancellation
        );
        var again = (
            await Production.Entitlements.UpdateOverrideAsync(
                made.Id,
                update with
                {
                    Note = "Extended.",
                },
                null,
                Cancellation
            )
        ).Data;

        Assert.Equal(["Asked for by Jane.", "Extended."], again.Notes.Select(static note => note.Note));
        Assert.All(
            again.Notes,
            static note => Assert.StartsWith("api_", note.ExternalUserId, StringComparison.Ordinal)
        );
        Assert.True(again.ValueBool);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_changes_nothing()
    {
        var (feature, company) = (await NewFeatureAsync(), await NewCompanyAsync(Unique("acme")));
        var body = OverrideBody(company, feature);

        await RefusedAsync(
            HttpStatusCode.BadRequest,
            "expiration_date",
            () => CreateAsync(Production, body with { ExpirationDate = DateTimeOffset.UtcNow.AddMinutes(-1) })
        );
        await RefusedAsync(HttpStatusCode.NotFound, "There is no company", () => CreateAsync(Staging, body));
        await RefusedAsync(
            HttpStatusCode.NotFound,
            "feat_nosuch",
            () => CreateAsync(Production, body with { FeatureId = "feat_nosuch" })
        );
        Assert.Empty(await IdsAsync(new CompanyOverridesQuery { CompanyId = company.Id }));
        var made = await OverrideAsync(company, feature);
        await RefusedAsync(HttpStatusCode.Conflict, made.Id, () => CreateAsync(Production, body));
        await RefusedAsync(
            HttpStatusCode.NotFound,
            made.Id,
            () => Staging.Entitlements.GetOverrideAsync(made.Id, Cancellation)
        );
    }

    [Fact]
    public async Task A_list_and_its_count_agree_under_every_filter()
    {
        var (feature, company) = (await NewFeatureAsync(), await NewCompanyAsync(Unique("acme")));
        var made = await OverrideAsync(company, feature);

        Assert.Equal([made.Id], await IdsAsync(new CompanyOverridesQuery { FeatureId = feature.Id }));
        Assert.Equal([made.Id], await IdsAsync(new CompanyOverridesQuery { CompanyIds = [company.Id] }));
        Assert.Equal([made.Id], await IdsAsync(new CompanyOverridesQuery { Ids = [made.Id, "cmov_nosuch"] }));
        Assert.Equal([made.Id], await IdsAsync(new CompanyOverridesQuery { Q = feature.Name }));
        Assert.Equal([made.Id], await IdsAsync(new CompanyOverridesQuery { Q = company.Name }));
        Assert.Empty(await IdsAsync(new CompanyOverridesQuery { FeatureId = "feat_nosuch" }));
    }

    private static Task CreateAsync(SchematicGateway gateway, CreateCompanyOverrideRequestBody body) =>
        gateway.Entitlements.CreateOverrideAsync(body, Cancellation);

    private async Task<IReadOnlyList<string>> IdsAsync(CompanyOverridesQuery query)
    {
        var listed = (await Production.Entitlements.ListOverridesAsync(query, Cancellation)).Data;
        Assert.Equal(listed.Count, (await Production.Entitlements.CountOverridesAsync(query, Cancellation)).Data.Count);
        return [.. listed.Select(static one => one.Id)];
    }
}

public sealed class CompanyOverrideStoreTestsOnSqlite(SqliteApi api)
    : CompanyOverrideStoreTests(api),
        IClassFixture<SqliteApi>;

public sealed class CompanyOverrideStoreTestsOnPostgreSql(PostgreSqlApi api)
    : CompanyOverrideStoreTests(api),
        IClassFixture<PostgreSqlApi>;
