using Schematic.Api.Tests.Plans;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Evaluation;

/// <summary>Explanations that reach to what is sold: rules that plans and overrides add to a flag.</summary>
public abstract class FlagExplanationsOfPlansTests(ApiFixture api) : PlanTopic(api)
{
    [Fact]
    public async Task Rules_of_plans_name_the_version_and_the_feature_is_told()
    {
        var (subtype, domain) = (Unique("call"), Unique("acme"));
        var feature = await NewFeatureAsync(subtype);
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, 3));
        var company = await NewCompanyAsync(domain);
        await AssignAsync(company.Id, plan.Id);
        await SendAsync(Production, Track(subtype, domain, quantity: 4));

        var explained = await ExplainAsync(feature, domain);

        Assert.Equal((feature.Id, false), (explained.FeatureId, explained.Check.Value));
        var exceeded = RuleOf(explained, RuleType.PlanEntitlementUsageExceeded);
        Assert.Equal(ExplainedOutcome.Matched, exceeded.Outcome);
        Assert.Contains($"{plan.Name} v1", exceeded.Conditions[0].Expected, StringComparison.Ordinal);
        Assert.Contains($"{plan.Name} v1", exceeded.Conditions[0].Actual, StringComparison.Ordinal);
        Assert.Equal(
            ("4", $"event {subtype} of all time"),
            (exceeded.Conditions[1].Actual, exceeded.Conditions[1].Subject)
        );
    }

    [Fact]
    public async Task Rules_of_overrides_name_the_company()
    {
        var domain = Unique("acme");
        var feature = await NewFeatureAsync();
        var company = await NewCompanyAsync(domain);
        await OverrideAsync(company, feature);

        var explained = await ExplainAsync(feature, domain);

        var own = RuleOf(explained, RuleType.CompanyOverride);
        Assert.Equal(ExplainedOutcome.Matched, own.Outcome);
        Assert.Contains(company.Name, own.Conditions[0].Expected, StringComparison.Ordinal);
        Assert.DoesNotContain(company.Id, own.Conditions[0].Expected, StringComparison.Ordinal);
    }

    private static ExplainedRule RuleOf(ExplainFlagResponseData explained, RuleType type) =>
        Assert.Single(explained.Tiers.Single(tier => tier.RuleType == type).Rules);

    private async Task<ExplainFlagResponseData> ExplainAsync(FeatureDetailResponseData feature, string domain) =>
        (
            await Production.Flags.ExplainAsync(
                feature.Flags[0].Key,
                new ExplainFlagRequestBody { Company = new Dictionary<string, string> { ["domain"] = domain } },
                Cancellation
            )
        ).Data;
}

public sealed class FlagExplanationsOfPlansTestsOnSqlite(SqliteApi api)
    : FlagExplanationsOfPlansTests(api),
        IClassFixture<SqliteApi>;

public sealed class FlagExplanationsOfPlansTestsOnPostgreSql(PostgreSqlApi api)
    : FlagExplanationsOfPlansTests(api),
        IClassFixture<PostgreSqlApi>;
