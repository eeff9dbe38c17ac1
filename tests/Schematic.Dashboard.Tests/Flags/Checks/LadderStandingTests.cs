using System.Net;
using Bunit;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Checks;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Entitlements;
using Schematic.Dashboard.Tests.Shared;
using static Schematic.Dashboard.Tests.Flags.Checks.ExplanationSamples;

namespace Schematic.Dashboard.Tests.Flags.Checks;

public sealed class LadderStandingTests : PageContext
{
    private const string Usage = "GET /feature-usage";
    private const string Overrides = "GET /company-overrides";

    public LadderStandingTests() => Api.OnData<IReadOnlyList<CompanyOverrideResponseData>>(Overrides, []);

    [Fact]
    public async Task It_leads_from_the_plan_by_the_limit_and_the_window_to_whether_another_use_is_allowed()
    {
        Api.OnData<IReadOnlyList<FeatureUsageResponseData>>(
            Usage,
            [
                UsageSamples.Calls(10_480, 10_000) with
                {
                    Period = MetricPeriod.CurrentMonth,
                    MetricResetAt = Clock.GetUtcNow().AddDays(9),
                    Candidates = [UsageSamples.Given(10_000)],
                },
            ]
        );
        var ladder = await ShowAsync();

        Assert.Equal(["Comes from", "May use", "Has used", "So another use is"], Texts(ladder, "dt"));
        var said = Texts(ladder, "dd");
        Assert.Equal("Pro v2", said[0]);
        Assert.Equal(
            "10,480 of 10,000 104.8% 480 over the limit This month, since the 1st 00:00 UTC, restarts in 9 days",
            said[2]
        );
        Assert.Equal("denied", said[3]);
    }

    [Fact]
    public async Task Rules_of_plans_and_overrides_lead_to_what_makes_them()
    {
        Api.OnData<IReadOnlyList<FeatureUsageResponseData>>(
            Usage,
            [UsageSamples.Calls(1, 10) with { Candidates = [UsageSamples.Given(10)] }]
        );
        var ladder = await ShowAsync(
            Tier(RuleType.CompanyOverride, Rule("rule_9")),
            Tier(RuleType.PlanEntitlement, Rule("rule_1"))
        );

        ladder.WaitForAssertion(() =>
            Assert.Equal(
                [DashboardUrls.Company(Production.Id, "comp_1"), DashboardUrls.Plan(Production.Id, "plan_pro")],
                ladder.FindAll(".rule-source").Select(static link => link.GetAttribute("href"))
            )
        );
    }

    [Fact]
    public async Task A_company_that_has_nothing_of_it_is_told_so()
    {
        Api.OnData<IReadOnlyList<FeatureUsageResponseData>>(Usage, []);
        var ladder = await ShowAsync();

        Assert.Contains("no plan, add-on or override", ladder.Find(".standing").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_leaves_the_verdict_where_it_is()
    {
        Api.OnError(Usage, HttpStatusCode.InternalServerError, "The store is away.");
        var ladder = await ShowAsync();

        Assert.Contains("The store is away.", ladder.Find(".standing").TextContent, StringComparison.Ordinal);
        Assert.Equal("Some reason", ladder.Find(".ladder-verdict p").TextContent);
    }

    [Fact]
    public void A_flag_without_a_feature_has_no_such_step() =>
        Assert.Empty(
            Render<Ladder>(parameters =>
                    parameters
                        .Add(static ladder => ladder.EnvironmentId, Production.Id)
                        .Add(static ladder => ladder.Answer, Answer())
                        .Add(static ladder => ladder.FlagName, "Calls")
                )
                .FindAll(".standing")
        );

    private static ExplainedTier Tier(RuleType type, params IReadOnlyList<ExplainedRule> rules) =>
        new()
        {
            RuleType = type,
            Outcome = ExplainedOutcome.NotMatched,
            Rules = rules,
        };

    private static IReadOnlyList<string> Texts(IRenderedComponent<Ladder> ladder, string tag) =>
        [
            .. ladder
                .FindAll($".standing-steps {tag}")
                .Select(static element =>
                    string.Join(' ', Words(element).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                ),
        ];

    private async Task<IRenderedComponent<Ladder>> ShowAsync(params IReadOnlyList<ExplainedTier> tiers)
    {
        await EnterAsync();
        var answer = Answer();
        var ladder = Render<Ladder>(parameters =>
            parameters
                .Add(static ladder => ladder.EnvironmentId, Production.Id)
                .Add(
                    static ladder => ladder.Answer,
                    answer with
                    {
                        FeatureId = "feat_calls",
                        CompanyName = "Acme",
                        Check = answer.Check with { CompanyId = "comp_1" },
                        Tiers = tiers.Count == 0 ? answer.Tiers : tiers,
                    }
                )
                .Add(static ladder => ladder.FlagName, "Calls")
        );
        ladder.WaitForAssertion(() => Assert.Empty(ladder.FindAll(".skeleton")));
        return ladder;
    }
}
