using System.Net;
using Schematic.Api.Tests.Flags;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Evaluation;

/// <summary>Why a flag is what it is, and what it would be with rules that are not saved.</summary>
public abstract class FlagExplanationsTests(ApiFixture api) : FlagTopic(api)
{
    [Fact]
    public async Task An_explanation_shows_every_tier_rule_and_condition_and_where_it_stopped()
    {
        var (flag, company, seats) = (
            await NewFlagAsync(),
            await NewCompanyAsync(),
            await NewTraitAsync(TraitType.Number)
        );
        await Production.Companies.UpsertTraitAsync(
            new UpsertTraitRequestBody
            {
                Keys = Id(company.Id),
                Trait = seats.Hierarchy[0],
                Set = "7",
            },
            Cancellation
        );
        var rules = await WriteAsync(
            flag.Id,
            Rule("Big", OnTrait(seats.Id, "10", ComparableOperator.Gte)) with
            {
                Value = false,
            },
            Rule("Middle", OnTrait(seats.Id, "5", ComparableOperator.Gte)) with
            {
                Priority = 2,
            },
            Rule("Rest") with
            {
                Priority = 3,
                Value = false,
            }
        );

        var explained = (
            await Production.Flags.ExplainAsync(
                flag.Key,
                new ExplainFlagRequestBody { Company = Id(company.Id) },
                Cancellation
            )
        ).Data;

        Assert.Equal(
            (
                await Production.Flags.CheckAsync(
                    flag.Key,
                    new CheckFlagRequestBody { Company = Id(company.Id) },
                    Cancellation
                )
            ).Data,
            explained.Check
        );
        Assert.Equal(
            [
                RuleType.GlobalOverride,
                RuleType.CompanyOverride,
                RuleType.PlanEntitlement,
                RuleType.CompanyOverrideUsageExceeded,
                RuleType.PlanEntitlementUsageExceeded,
                RuleType.Standard,
                RuleType.Default,
            ],
            explained.Tiers.Select(static tier => tier.RuleType)
        );
        var standard = explained.Tiers[5];
        Assert.Equal(ExplainedOutcome.Matched, standard.Outcome);
        Assert.Equal(
            [ExplainedOutcome.NotMatched, ExplainedOutcome.Matched, ExplainedOutcome.NotReached],
            standard.Rules.Select(static rule => rule.Outcome)
        );
        var condition = Assert.Single(standard.Rules[0].Conditions);
        Assert.Equal(
            ($"company trait {seats.Hierarchy[0]}", "at least 10", "7", ExplainedOutcome.NotMatched),
            (condition.Subject, condition.Expected, condition.Actual, condition.Outcome)
        );
        Assert.Equal(rules[0].Id, explained.ClosestMissRuleId);
        Assert.Equal("Acme", explained.CompanyName);
    }

    [Fact]
    public async Task People_are_shown_by_their_names()
    {
        var (flag, company) = (await NewFlagAsync(), await NewCompanyAsync());
        await WriteAsync(flag.Id, Rule("Acme only", Condition(ConditionType.Company, company.Id)));

        var explained = (
            await Production.Flags.ExplainAsync(
                flag.Key,
                new ExplainFlagRequestBody { Company = Id(company.Id) },
                Cancellation
            )
        ).Data;

        Assert.Contains("Acme", explained.Tiers[5].Rules[0].Conditions[0].Expected, StringComparison.Ordinal);
        Assert.DoesNotContain(company.Id, explained.Tiers[5].Rules[0].Conditions[0].Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_does_not_fit_its_type_is_pointed_out()
    {
        var (flag, company, seats) = (
            await NewFlagAsync(),
            await NewCompanyAsync(),
            await NewTraitAsync(TraitType.Number)
        );
        await Production.Companies.UpsertTraitAsync(
            new UpsertTraitRequestBody
            {
                Keys = Id(company.Id),
                Trait = seats.Hierarchy[0],
                Set = "many",
            },
            Cancellation
        );
        await WriteAsync(flag.Id, Rule("Big", OnTrait(seats.Id, "10", ComparableOperator.Gte)));

        var explained = (
            await Production.Flags.ExplainAsync(
                flag.Key,
                new ExplainFlagRequestBody { Company = Id(company.Id) },
                Cancellation
            )
        ).Data;

        Assert.Contains("many", explained.Tiers[5].Rules[0].Conditions[0].Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_explained_and_not_saved()
    {
        var (flag, company) = (await NewFlagAsync(), await NewCompanyAsync());

        var explained = (
            await Production.Flags.ExplainAsync(
                flag.Key,
                new ExplainFlagRequestBody
                {
                    Company = Id(company.Id),
                    Rules = [Rule("Draft", Condition(ConditionType.Company, company.Id))],
                },
                Cancellation
            )
        ).Data;

        Assert.True(explained.Check.Value);
        Assert.Equal("Draft", explained.Tiers[5].Rules[0].Name);
        Assert.Empty((await Production.Flags.GetAsync(flag.Id, Cancellation)).Data.Rules);
        Assert.False(
            (
                await Production.Flags.CheckAsync(
                    flag.Key,
                    new CheckFlagRequestBody { Company = Id(company.Id) },
                    Cancellation
                )
            )
                .Data
                .Value
        );
    }

    [Fact]
    public async Task A_draft_that_could_not_be_saved_is_refused_in_the_same_words()
    {
        var flag = await NewFlagAsync();
        var rule = Rule("Wrong", Condition(ConditionType.Company, "comp_nobody"));

        var saving = await RefusedAsync(HttpStatusCode.BadRequest, () => WriteAsync(flag.Id, rule));
        var explaining = await RefusedAsync(
            HttpStatusCode.BadRequest,
            () => Production.Flags.ExplainAsync(flag.Key, new ExplainFlagRequestBody { Rules = [rule] }, Cancellation)
        );
        var measuring = await RefusedAsync(
            HttpStatusCode.BadRequest,
            () => Production.Flags.ImpactAsync(flag.Id, new FlagImpactRequestBody { Rules = [rule] }, Cancellation)
        );

        Assert.Equal(saving, explaining);
        Assert.Equal(saving, measuring);
    }

    [Fact]
    public async Task What_does_not_exist_cannot_be_explained() =>
        await RefusedAsync(
            HttpStatusCode.NotFound,
            () => Production.Flags.ExplainAsync(Unique("nosuch"), new ExplainFlagRequestBody(), Cancellation)
        );

    private static Dictionary<string, string> Id(string id) => new() { ["id"] = id };
}

public sealed class FlagExplanationsTestsOnSqlite(SqliteApi api) : FlagExplanationsTests(api), IClassFixture<SqliteApi>;

public sealed class FlagExplanationsTestsOnPostgreSql(PostgreSqlApi api)
    : FlagExplanationsTests(api),
        IClassFixture<PostgreSqlApi>;
