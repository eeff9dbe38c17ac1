using System.Net;
using Schematic.Api.Tests.Plans;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Entitlements;

/// <summary>Rules that plans and overrides add to a flag.</summary>
public abstract class DerivedRuleReaderTests(ApiFixture api) : PlanTopic(api)
{
    [Fact]
    public async Task A_flag_tells_the_rules_that_plans_and_overrides_add()
    {
        var feature = await NewFeatureAsync(Unique("call"));
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, 10));
        var company = await NewCompanyAsync(Unique("acme"));
        var overridden = await OverrideAsync(company, feature, 20);
        var entitlement = Assert.Single((await PlanAsync(plan.Id)).Entitlements!);

        var rules = (await FlagAsync(feature)).Rules;

        Assert.Equal(
            [
                (entitlement.RuleId, RuleType.PlanEntitlement, true),
                (entitlement.RuleIdUsageExceeded, RuleType.PlanEntitlementUsageExceeded, false),
                (overridden.RuleId, RuleType.CompanyOverride, true),
                (overridden.RuleIdUsageExceeded, RuleType.CompanyOverrideUsageExceeded, false),
            ],
            rules.Select(rule => ((string?)rule.Id, rule.RuleType, rule.Value))
        );
        Assert.Equal($"{plan.Name} v1", Assert.Single(rules[0].Conditions[0].Resources).Name);
        Assert.Equal(company.Id, Assert.Single(rules[2].Conditions[0].Resources).Id);
        Assert.Equal(10, rules[0].Conditions[1].MetricValue);
    }

    [Fact]
    public async Task A_draft_gives_nobody_anything_yet()
    {
        var feature = await NewFeatureAsync();
        var plan = await NewPlanAsync();
        await EntitleAsync(plan.Id, feature);
        Assert.Empty((await FlagAsync(feature)).Rules);

        await PublishAsync(plan.Id);

        Assert.Single((await FlagAsync(feature)).Rules);
        Assert.Empty((await Staging.Flags.GetAsync(feature.Flags[0].Id, Cancellation)).Data.Rules);
    }

    [Fact]
    public async Task Rules_are_written_back_as_they_were_read_and_stored_only_once()
    {
        var feature = await NewFeatureAsync();
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, null));
        var flagId = feature.Flags[0].Id;
        var written = await WriteAsync(flagId, [.. (await FlagAsync(feature)).Rules.Select(Back), Standard()]);

        var again = await WriteAsync(flagId, [.. written.Select(Back)]);

        Assert.Equal(written.Select(rule => rule.Id), again.Select(rule => rule.Id));
        Assert.Equal([RuleType.Standard, RuleType.PlanEntitlement], again.Select(rule => rule.RuleType));
        await Production.Entitlements.DeletePlanEntitlementAsync(
            Assert.Single((await PlanAsync(plan.Id)).Entitlements!).Id,
            null,
            Cancellation
        );
        await PublishAsync(plan.Id);
        // The version before gives it still: who is on it keeps it.
        Assert.Equal(2, (await FlagAsync(feature)).Rules.Count);
    }

    [Fact]
    public async Task A_rule_of_a_plan_cannot_be_written_and_one_about_a_plan_names_one_that_exists()
    {
        var (feature, plan) = (await NewFeatureAsync(), await SoldPlanAsync(PlanType.Plan));
        var flagId = feature.Flags[0].Id;

        await RefusedAsync(
            HttpStatusCode.BadRequest,
            "the others come from plans and overrides",
            () => WriteAsync(flagId, [Standard() with { RuleType = RuleType.PlanEntitlement }])
        );
        await RefusedAsync(
            HttpStatusCode.BadRequest,
            "There is no plan \"plan_none\"",
            () => WriteAsync(flagId, [Standard() with { Conditions = [OnPlan("plan_none")] }])
        );
        var written = await WriteAsync(flagId, [Standard() with { Conditions = [OnPlan(plan.Id)] }]);

        Assert.Equal(plan.Name, Assert.Single(Assert.Single(written).Conditions[0].Resources).Name);
    }

    [Fact]
    public async Task Whose_verdict_would_change_is_measured_with_plans()
    {
        var feature = await NewFeatureAsync();
        var plan = await SoldPlanAsync(PlanType.Plan, (feature, null));
        var company = await NewCompanyAsync(Unique("acme"));
        var without = await NewCompanyAsync(Unique("without"));
        await AssignAsync(company.Id, plan.Id);

        var impact = (
            await Production.Flags.ImpactAsync(
                feature.Flags[0].Id,
                new FlagImpactRequestBody
                {
                    Rules =
                    [
                        Standard() with
                        {
                            RuleType = RuleType.GlobalOverride,
                            Value = false,
                            Conditions = [OnCompany(company), OnCompany(without)],
                        },
                        Standard() with
                        {
                            RuleType = RuleType.GlobalOverride,
                            Value = false,
                            Conditions = [OnCompany(company)],
                        },
                    ],
                },
                Cancellation
            )
        ).Data;

        Assert.Equal((0, 1), (impact.Gained, impact.Lost));
        Assert.Equal(company.Id, Assert.Single(impact.Changes).Id);
    }

    private static CreateOrUpdateRuleRequestBody Standard() =>
        new()
        {
            Name = "Everybody",
            Priority = 1,
            RuleType = RuleType.Standard,
            Value = true,
            Conditions = [],
            ConditionGroups = [],
        };

    private static CreateOrUpdateConditionRequestBody OnPlan(string id) =>
        new()
        {
            ConditionType = ConditionType.Plan,
            Operator = ComparableOperator.Eq,
            ResourceIds = [id],
        };

    private static CreateOrUpdateConditionRequestBody OnCompany(CompanyDetailResponseData company) =>
        new()
        {
            ConditionType = ConditionType.Company,
            Operator = ComparableOperator.Eq,
            ResourceIds = [company.Id],
        };

    private static CreateOrUpdateRuleRequestBody Back(RuleDetailResponseData rule) =>
        Standard() with
        {
            Id = rule.Id,
            Name = rule.Name,
            Priority = rule.Priority,
            RuleType = rule.RuleType,
            Value = rule.Value,
        };

    private async Task<FlagDetailResponseData> FlagAsync(FeatureDetailResponseData feature) =>
        (await Production.Flags.GetAsync(feature.Flags[0].Id, Cancellation)).Data;

    private async Task<IReadOnlyList<RuleDetailResponseData>> WriteAsync(
        string flagId,
        IReadOnlyList<CreateOrUpdateRuleRequestBody> rules
    ) =>
        (
            await Production.Flags.UpdateRulesAsync(
                flagId,
                new UpdateFlagRulesRequestBody { Rules = rules },
                null,
                Cancellation
            )
        )
            .Data
            .Rules;
}

public sealed class DerivedRuleReaderTestsOnSqlite(SqliteApi api)
    : DerivedRuleReaderTests(api),
        IClassFixture<SqliteApi>;

public sealed class DerivedRuleReaderTestsOnPostgreSql(PostgreSqlApi api)
    : DerivedRuleReaderTests(api),
        IClassFixture<PostgreSqlApi>;
