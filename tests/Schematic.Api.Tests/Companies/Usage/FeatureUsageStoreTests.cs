using System.Net;
using System.Text.Json;
using Schematic.Api.Tests.Plans;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Companies.Usage;

public abstract class FeatureUsageStoreTests(ApiFixture api) : PlanTopic(api)
{
    [Fact]
    public async Task A_feature_is_told_with_its_limit_its_usage_and_who_gives_it()
    {
        var (subtype, domain) = (Unique("call"), Unique("acme"));
        var feature = await NewFeatureAsync(subtype);
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, 10));
        var company = await NewCompanyAsync(domain);
        await AssignAsync(company.Id, plan.Id);
        await SendAsync(Production, Track(subtype, domain, quantity: 4));

        var usage = Assert.Single(await ListAsync(company.Id));

        Assert.Equal((true, 10, 4), (usage.Access, usage.Allocation, usage.Usage));
        Assert.Equal((10, 40.0), (usage.EffectiveLimit, usage.PercentUsed));
        Assert.Equal((EntitlementType.PlanEntitlement, "plan"), (usage.EntitlementType, usage.EntitlementSource));
        Assert.Equal(plan.Id, usage.Plan!.Id);
        Assert.Equal(usage.EntitlementId, usage.PlanEntitlement!.Id);
        Assert.Equal(feature.Id, usage.Feature!.Id);
        Assert.Equal(plan.Id, Assert.Single(usage.Feature.Plans).Id);
        Assert.Null(usage.CompanyOverride);
        Assert.Null(usage.Candidates);
    }

    [Fact]
    public async Task The_limit_reached_denies_another_use_here_as_in_a_check()
    {
        var (subtype, domain) = (Unique("call"), Unique("acme"));
        var feature = await NewFeatureAsync(subtype);
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, 5));
        var company = await NewCompanyAsync(domain);
        await AssignAsync(company.Id, plan.Id);
        await SendAsync(Production, Track(subtype, domain, quantity: 7));

        var usage = Assert.Single(await ListAsync(company.Id));

        Assert.Equal((false, 140.0), (usage.Access, usage.PercentUsed));
        Assert.False((await CheckAsync(feature, domain)).Value);
    }

    [Fact]
    public async Task An_override_is_told_as_the_source()
    {
        var feature = await NewFeatureAsync(Unique("call"));
        var company = await NewCompanyAsync(Unique("acme"));
        var overridden = await OverrideAsync(company, feature, 20);

        var usage = Assert.Single(await ListAsync(company.Id));

        Assert.Equal(
            (EntitlementType.CompanyOverride, "company_override", overridden.Id),
            (usage.EntitlementType, usage.EntitlementSource, usage.EntitlementId)
        );
        Assert.Equal(overridden.Id, usage.CompanyOverride!.Id);
        Assert.Null(usage.PlanEntitlement);
        Assert.Equal(feature.Id, usage.Feature!.Id);
    }

    [Fact]
    public async Task Filters_leave_and_a_count_counts_what_they_leave()
    {
        var (given, denied, other) = (await NewFeatureAsync(), await NewFeatureAsync(), await NewFeatureAsync());
        var plan = await SoldPlanAsync(PlanType.Plan, (given, null), (denied, null), (other, null));
        var company = await NewCompanyAsync(Unique("acme"));
        await AssignAsync(company.Id, plan.Id);
        await Production.Entitlements.CreateOverrideAsync(
            OverrideBody(company, denied) with
            {
                ValueBool = false,
            },
            Cancellation
        );
        var all = new FeatureUsageQuery { CompanyId = company.Id };

        await HasAsync(all, given, denied, other);
        await HasAsync(all with { WithoutNegativeEntitlements = true }, given, other);
        await HasAsync(all with { FeatureIds = [denied.Id, other.Id] }, denied, other);
        await HasAsync(all with { Q = given.Name.ToUpperInvariant() }, given);
        await HasAsync(all with { Q = other.Id }, other);
        await HasAsync(all with { ManagedBy = BillingProviderType.Schematic }, given, denied, other);
        await HasAsync(all with { ManagedBy = BillingProviderType.Stripe });
        var page = await Production.Entitlements.ListFeatureUsageAsync(
            all with
            {
                Limit = 1,
                Offset = 1,
            },
            Cancellation
        );
        Assert.Equal(
            new[] { given.Name, denied.Name, other.Name }.Order(StringComparer.OrdinalIgnoreCase).ElementAt(1),
            Assert.Single(page.Data).Feature!.Name
        );
    }

    [Fact]
    public async Task A_feature_whose_limit_is_reached_is_not_one_that_is_taken_away()
    {
        var (subtype, domain) = (Unique("call"), Unique("acme"));
        var feature = await NewFeatureAsync(subtype);
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, 1));
        var company = await NewCompanyAsync(domain);
        await AssignAsync(company.Id, plan.Id);
        await SendAsync(Production, Track(subtype, domain));

        await HasAsync(new FeatureUsageQuery { CompanyId = company.Id, WithoutNegativeEntitlements = true }, feature);
    }

    [Fact]
    public async Task Features_are_listed_by_name_whatever_gives_them()
    {
        var features = new List<FeatureDetailResponseData>();
        for (var i = 0; i < 5; i++)
            features.Add(await NewFeatureAsync(Unique("call")));
        var plan = await SoldPlanAsync(PlanType.Plan, [.. features.Skip(1).Select(static one => (one, (long?)1))]);
        var company = await NewCompanyAsync(Unique("acme"));
        await AssignAsync(company.Id, plan.Id);
        await OverrideAsync(company, features[0], 5);

        Assert.Equal(
            features.OrderBy(static one => one.Name, StringComparer.OrdinalIgnoreCase).Select(static one => one.Id),
            (await ListAsync(company.Id)).Select(static one => one.Feature!.Id)
        );
    }

    [Fact]
    public async Task An_override_tells_when_it_ends()
    {
        var feature = await NewFeatureAsync(Unique("call"));
        var company = await NewCompanyAsync(Unique("acme"));
        var ends = DateTimeOffset.UtcNow.Date.AddDays(3);
        await Production.Entitlements.CreateOverrideAsync(
            OverrideBody(company, feature, 20) with
            {
                ExpirationDate = new DateTimeOffset(ends, TimeSpan.Zero),
            },
            Cancellation
        );

        var usage = Assert.Single(await ListAsync(company.Id));

        Assert.Equal(ends, usage.EntitlementExpirationDate!.Value.UtcDateTime);
        // The company is who was asked about.
        Assert.Null(usage.CompanyOverride!.Company);
    }

    [Fact]
    public async Task A_feature_held_in_a_trait_is_told_with_its_trait()
    {
        var company = (
            await Production.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Keys = new Dictionary<string, string> { ["domain"] = Unique("acme") },
                    Traits = new Dictionary<string, JsonElement> { ["desks"] = JsonElement.Parse("4") },
                },
                Cancellation
            )
        ).Data;
        var trait = company.EntityTraits[0].DefinitionId;
        var feature = (
            await Production.Features.CreateAsync(
                new CreateFeatureRequestBody
                {
                    Name = Unique("desks"),
                    Description = "",
                    FeatureType = FeatureType.Trait,
                    TraitId = trait,
                },
                Cancellation
            )
        ).Data;
        await OverrideAsync(company, feature, 4);

        var usage = Assert.Single(await ListAsync(company.Id));

        Assert.Equal((false, 4, 4, 100.0), (usage.Access, usage.Allocation, usage.Usage, usage.PercentUsed));
        Assert.Equal(trait, usage.Feature!.Trait!.Id);
        Assert.Null(usage.Period);
    }

    [Fact]
    public async Task The_company_is_found_by_its_keys()
    {
        var domain = Unique("acme");
        var feature = await NewFeatureAsync();
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, null));
        var company = await NewCompanyAsync(domain);
        await AssignAsync(company.Id, plan.Id);

        await HasAsync(
            new FeatureUsageQuery { CompanyKeys = new Dictionary<string, string> { ["domain"] = domain } },
            feature
        );
    }

    [Fact]
    public async Task A_company_that_is_not_there_or_not_named_is_refused()
    {
        await RefusedAsync(HttpStatusCode.NotFound, "comp_none", () => ListAsync("comp_none"));
        await RefusedAsync(
            HttpStatusCode.BadRequest,
            "Name the company",
            () => Production.Entitlements.ListFeatureUsageAsync(new FeatureUsageQuery(), Cancellation)
        );
        var company = await NewCompanyAsync(Unique("acme"));
        await RefusedAsync(
            HttpStatusCode.NotFound,
            company.Id,
            () =>
                Staging.Entitlements.ListFeatureUsageAsync(
                    new FeatureUsageQuery { CompanyId = company.Id },
                    Cancellation
                )
        );
    }

    private async Task<IReadOnlyList<FeatureUsageResponseData>> ListAsync(string companyId) =>
        (
            await Production.Entitlements.ListFeatureUsageAsync(
                new FeatureUsageQuery { CompanyId = companyId },
                Cancellation
            )
        ).Data;

    private async Task HasAsync(FeatureUsageQuery query, params FeatureDetailResponseData[] features)
    {
        var found = (await Production.Entitlements.ListFeatureUsageAsync(query, Cancellation)).Data;
        Assert.Equal(
            features.Select(feature => feature.Id).Order(StringComparer.Ordinal),
            found.Select(one => one.Feature!.Id).Order(StringComparer.Ordinal)
        );
        var count = await Production.Entitlements.CountFeatureUsageAsync(query, Cancellation);
        Assert.Equal(features.Length, count.Data.Count);
    }
}

public sealed class FeatureUsageStoreTestsOnSqlite(SqliteApi api)
    : FeatureUsageStoreTests(api),
        IClassFixture<SqliteApi>;

public sealed class FeatureUsageStoreTestsOnPostgreSql(PostgreSqlApi api)
    : FeatureUsageStoreTests(api),
        IClassFixture<PostgreSqlApi>;
