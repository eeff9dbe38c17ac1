using Schematic.Api.Tests.Plans;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Companies.PlanRules;

public abstract class PlanRuleFollowerTests(ApiFixture api) : AudienceTopic(api)
{
    [Fact]
    public async Task A_company_comes_and_goes_with_its_trait_and_checks_follow()
    {
        var (trait, feature, domain) = (await NewTraitAsync(), await NewFeatureAsync(), Unique("acme"));
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, null));
        await AudienceAsync(plan.Id, TraitIs(trait, "gold"));
        var company = await NewCompanyAsync(domain);
        await HasPlansAsync(company.Id);

        await SetTraitAsync(company.Id, trait, "gold");
        await HasPlansAsync(company.Id, plan.Id);
        Assert.True((await CheckAsync(feature, domain)).Value);
        var came = await LastChangeAsync(company.Id);
        await SetTraitAsync(company.Id, trait, "lead");
        await HasPlansAsync(company.Id);

        Assert.False((await CheckAsync(feature, domain)).Value);
        Assert.Equal(
            (PlanChangeAction.PlanTraitChange, PlanChangeBasePlanAction.Trait),
            (came.Action, came.BasePlanAction)
        );
        Assert.Equal(Contracts.ApiKeys.ActorType.System, came.ActorType);
    }

    [Fact]
    public async Task Who_is_there_already_is_found_when_an_audience_comes_changes_and_goes()
    {
        var (trait, addOn) = (await NewTraitAsync(), await SoldPlanAsync(PlanType.AddOn));
        var (gold, lead) = (await NewCompanyAsync(Unique("gold")), await NewCompanyAsync(Unique("lead")));
        await SetTraitAsync(gold.Id, trait, "gold");
        await SetTraitAsync(lead.Id, trait, "lead");

        var first = await AudienceAsync(addOn.Id, TraitIs(trait, "gold"));
        await HasPlansAsync(gold.Id, addOn.Id);
        await HasPlansAsync(lead.Id);
        var second = await AudienceAsync(addOn.Id, TraitIs(trait, "lead"));
        await HasPlansAsync(lead.Id, addOn.Id);
        await HasPlansAsync(gold.Id);
        await Production.Plans.DeleteAudienceAsync(addOn.Id, null, Cancellation);
        await HasPlansAsync(lead.Id);

        Assert.Equal(first.Id, second.Id);
    }

    [Fact]
    public async Task Use_of_a_feature_brings_a_company_in()
    {
        var (subtype, domain) = (Unique("call"), Unique("acme"));
        var plan = await SoldPlanAsync(PlanType.Plan);
        var company = await NewCompanyAsync(domain);
        await AudienceAsync(
            plan.Id,
            new CreateOrUpdateConditionRequestBody
            {
                ConditionType = ConditionType.Metric,
                Operator = ComparableOperator.Gte,
                ResourceIds = [],
                EventSubtype = subtype,
                MetricPeriod = MetricPeriod.CurrentMonth,
                MetricValue = 3,
            }
        );
        await SendAsync(Production, Track(subtype, domain, quantity: 2));
        await HasPlansAsync(company.Id);

        await SendAsync(Production, Track(subtype, domain));

        await HasPlansAsync(company.Id, plan.Id);
    }

    [Fact]
    public async Task An_add_on_follows_the_plan_that_somebody_assigns()
    {
        var (plan, addOn) = (await SoldPlanAsync(PlanType.Plan), await SoldPlanAsync(PlanType.AddOn));
        var company = await NewCompanyAsync(Unique("acme"));
        await AudienceAsync(
            addOn.Id,
            new CreateOrUpdateConditionRequestBody
            {
                ConditionType = ConditionType.BasePlan,
                Operator = ComparableOperator.Eq,
                ResourceIds = [plan.Id],
            }
        );

        await AssignAsync(company.Id, plan.Id);
        await HasPlansAsync(company.Id, plan.Id, addOn.Id);
        await AssignAsync(company.Id, null);

        await HasPlansAsync(company.Id);
    }

    [Fact]
    public async Task What_somebody_assigned_stays_and_of_several_plans_the_oldest_wins()
    {
        var trait = await NewTraitAsync();
        var (older, younger, assigned) = (
            await SoldPlanAsync(PlanType.Plan),
            await SoldPlanAsync(PlanType.Plan),
            await SoldPlanAsync(PlanType.Plan)
        );
        var (free, taken) = (await NewCompanyAsync(Unique("free")), await NewCompanyAsync(Unique("taken")));
        await AssignAsync(taken.Id, assigned.Id);
        await AudienceAsync(younger.Id, TraitIs(trait, "gold"));
        await AudienceAsync(older.Id, TraitIs(trait, "gold"));

        await SetTraitAsync(taken.Id, trait, "gold");
        await SetTraitAsync(free.Id, trait, "gold");

        await HasPlansAsync(free.Id, older.Id);
        await HasPlansAsync(taken.Id, assigned.Id);
        await Production.Plans.DeleteAudienceAsync(older.Id, null, Cancellation);
        await HasPlansAsync(free.Id, younger.Id);
    }

    [Fact]
    public async Task An_audience_waits_until_its_plan_is_published()
    {
        var (trait, plan) = (await NewTraitAsync(), await NewPlanAsync());
        var company = await NewCompanyAsync(Unique("acme"));
        await SetTraitAsync(company.Id, trait, "gold");
        await AudienceAsync(plan.Id, TraitIs(trait, "gold"));

        await PublishAsync(plan.Id);

        await HasPlansAsync(company.Id, plan.Id);
    }

    [Fact]
    public async Task Every_company_is_looked_at_and_the_audience_says_how_far_it_is()
    {
        var (trait, addOn) = (await NewTraitAsync(), await SoldPlanAsync(PlanType.AddOn));
        var companies = new List<CompanyDetailResponseData>();
        for (var i = 0; i < 1200; i++)
            companies.Add(await NewCompanyAsync(Unique("many")));
        await SetTraitAsync(companies[0].Id, trait, "gold");
        await SetTraitAsync(companies[^1].Id, trait, "gold");

        await AudienceAsync(addOn.Id, TraitIs(trait, "gold"));

        await HasPlansAsync(companies[^1].Id, addOn.Id);
        await HasPlansAsync(companies[0].Id, addOn.Id);
        await HasPlansAsync(companies[600].Id);
        await Testing.Processes.Poll.UntilAsync(
            "the end of the walk",
            TimeSpan.FromSeconds(5),
            async () =>
                (await Production.Plans.GetAudienceAsync(addOn.Id, Cancellation)).Data.Progress is { } progress
                    ? $"{progress.Examined} of {progress.Total}"
                    : null,
            Cancellation
        );
    }
}

public sealed class PlanRuleFollowerTestsOnSqlite(SqliteApi api) : PlanRuleFollowerTests(api), IClassFixture<SqliteApi>;

public sealed class PlanRuleFollowerTestsOnPostgreSql(PostgreSqlApi api)
    : PlanRuleFollowerTests(api),
        IClassFixture<PostgreSqlApi>;
