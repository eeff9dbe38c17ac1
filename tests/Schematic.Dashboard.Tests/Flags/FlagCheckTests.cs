using System.Net;
using System.Text.Json.Nodes;
using Bunit;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Flags;

public sealed class FlagCheckTests : PageContext
{
    private const string Explain = "POST /flags/analytics/explain";

    public FlagCheckTests() =>
        Api.OnData<IReadOnlyList<EntityKeyDefinitionResponseData>>("GET /entity-key-definitions", [CompanySamples.KeyDefinition("domain")])
            .OnData("GET /flags/flag_1", FlagSamples.Flag())
            .OnData(Explain, Answer())
            .OnData<IReadOnlyList<EventDetailResponseData>>("GET /events", []);

    [Fact]
    public async Task Before_anything_is_asked_it_says_what_can_be()
    {
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Contains("Who gets this flag, and why?", page.Find(".check-answer").TextContent, StringComparison.Ordinal));
        Assert.Empty(Asked(Explain));
    }

    [Fact]
    public async Task What_is_asked_stands_in_the_address_and_the_ladder_says_why()
    {
        var page = await OpenAsync(new FlagCheckQuery { CompanyKey = "domain", Company = "acme.com", Usage = 3, IsAsked = true });

        page.WaitForAssertion(() => Assert.Equal("Analytics is off for Acme", page.Find(".ladder h2").TextContent));
        var body = JsonNode.Parse(Assert.Single(Asked(Explain)).Body!)!;
        Assert.Equal("acme.com", body["company"]!["domain"]!.GetValue<string>());
        Assert.Equal(3, body["preflight"]!["usage"]!.GetValue<int>());
        Assert.Null(body["rules"]);
        Assert.Contains("Expected company trait seats to be at least 5; it is 3.", page.Find(".ladder-miss").TextContent, StringComparison.Ordinal);
        Assert.Equal(["company trait seats", "at least 5", "3", "✕ did not match"], page.FindAll(".rung-table tbody td").Select(Words));
    }

    [Fact]
    public async Task Asking_goes_to_another_address()
    {
        var page = await OpenAsync();
        page.WaitForAssertion(() => page.Find("#check-company"));

        page.Find("#check-company").Change("comp_1");
        page.Find(".check-form").Submit();

        page.WaitForAssertion(() => Assert.EndsWith(DashboardUrls.Flag(Production.Id, "flag_1", "check", new FlagCheckQuery { Company = "comp_1", IsAsked = true }), Navigation.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failure_can_be_tried_again()
    {
        Api.OnError(Explain, HttpStatusCode.NotFound, "There is no such company.");
        var page = await OpenAsync(new FlagCheckQuery { Company = "comp_9", IsAsked = true });

        page.WaitForAssertion(() => Assert.Contains("There is no such company.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?company_key=domain&company=a%2Bb&user=user_1&usage=3&event=api_call&event_usage=9&saved=true&ask=true")]
    [InlineData("")]
    public void The_address_holds_what_is_tried(string uri) => Assert.Equal(uri, FlagCheckQuery.FromUri(new UrlReader(uri)).ToUri());

    internal static ExplainFlagResponseData Answer() => new()
    {
        Check = new() { Flag = "analytics", Reason = "No rules matched; default value for flag", Value = false },
        CompanyName = "Acme",
        DefaultValue = false,
        ClosestMissRuleId = "rule_1",
        Tiers =
        [
            .. RuleTiers.All.Select(static tier => new ExplainedTier
            {
                RuleType = tier,
                Outcome = ExplainedOutcome.NotMatched,
                Rules = tier != RuleType.Standard ? [] :
                [
                    new()
                    {
                        Id = "rule_1",
                        Name = "Large",
                        Outcome = ExplainedOutcome.NotMatched,
                        Priority = 1,
                        Value = true,
                        ConditionGroups = [],
                        Conditions = [new() { Id = "cond_1", ConditionType = ConditionType.Trait, Subject = "company trait seats", Expected = "at least 5", Actual = "3", Outcome = ExplainedOutcome.NotMatched }],
                    },
                ],
            }),
        ],
    };

    private Task<IRenderedComponent<FlagPage>> OpenAsync(FlagCheckQuery? query = null) =>
        OpenAsync<FlagPage>(DashboardUrls.Flag(Production.Id, "flag_1", "check", query), static page => page.Add(static page => page.FlagId, "flag_1").Add(static page => page.Tab, "check"));
}
