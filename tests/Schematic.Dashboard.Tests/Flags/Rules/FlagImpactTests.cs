using System.Text.Json.Nodes;
using Bunit;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class FlagImpactTests : PageContext
{
    private const string Impact = "POST /flags/flag_1/impact";

    [Fact]
    public async Task The_parts_of_the_answer_are_added_up()
    {
        Api.On(
            Impact,
            static request =>
                FakeApi.Data(
                    JsonNode.Parse(request.Body!)!["cursor"] is null
                        ? new FlagImpactResponseData
                        {
                            Changes = [Company("comp_1", true)],
                            Examined = 100,
                            Gained = 1,
                            Lost = 0,
                            Total = 150,
                            NextCursor = "next",
                        }
                        : new FlagImpactResponseData
                        {
                            Changes = [Company("comp_2", false)],
                            Examined = 50,
                            Gained = 0,
                            Lost = 2,
                            Total = 150,
                        }
                )
        );
        var part = await OpenAsync();

        part.WaitForAssertion(() =>
            Assert.Contains(
                "Of 150 companies, 3 get another answer than now.",
                Words(part.Find("[role=status]")),
                StringComparison.Ordinal
            )
        );
        Assert.Equal(["+1", "−2"], part.FindAll(".impact-counts dd").Select(static count => count.TextContent));
        Assert.Equal(
            ["Acme comp_1", "Acme comp_2"],
            part.FindAll(".impact-list a").Select(static link => link.TextContent)
        );
    }

    [Fact]
    public async Task Counting_can_be_stopped()
    {
        Api.OnSilence(Impact);
        var part = await OpenAsync();

        Button(part, "Cancel").Click();

        Assert.Contains("Stopped after 0", Words(part.Find("[role=status]")), StringComparison.Ordinal);
        Button(part, "Count again");
    }

    [Fact]
    public async Task A_failure_is_not_nobody()
    {
        Api.OnError(Impact, System.Net.HttpStatusCode.InternalServerError, "The store is away.");
        var part = await OpenAsync();

        part.WaitForAssertion(() =>
            Assert.Contains("The store is away.", part.Find("[role=alert]").TextContent, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("No company changes", part.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_affected_is_said_in_words()
    {
        Api.OnData(Impact, Part(0, 0));

        var part = await OpenAsync();

        part.WaitForAssertion(() =>
            Assert.Equal(
                "No company changes. All 10 get the same answer as now.",
                part.Find("[role=status]").TextContent
            )
        );
        Assert.Empty(part.FindAll(".impact-list, progress"));
    }

    [Fact]
    public async Task After_another_edit_the_count_is_of_older_rules_until_it_is_made_again()
    {
        Api.OnData(Impact, Part(1, 0));
        var part = await OpenAsync();
        part.WaitForAssertion(() => Button(part, "Count again"));

        part.Render(static parameters => parameters.Add(static part => part.Rules, []));
        Assert.EndsWith(
            "The rules were changed since.",
            part.Find("[role=status]").TextContent,
            StringComparison.Ordinal
        );
        Button(part, "Count again").Click();

        part.WaitForAssertion(() =>
            Assert.Equal("Of 10 companies, 1 get another answer than now.", part.Find("[role=status]").TextContent)
        );
        Assert.Equal(2, Asked(Impact).Count);
        Assert.Empty(JsonNode.Parse(Asked(Impact)[1].Body!)!["rules"]!.AsArray());
    }

    [Fact]
    public async Task A_count_that_was_stopped_begins_anew()
    {
        Api.OnSilence(Impact);
        var part = await OpenAsync();
        Button(part, "Cancel").Click();

        Api.OnData(Impact, Part(0, 2));
        Button(part, "Count again").Click();

        part.WaitForAssertion(() => Assert.Equal("−2", part.Find(".impact-lost").TextContent));
    }

    [Fact]
    public async Task Only_the_first_are_named_and_the_ids_of_drafted_rules_are_not()
    {
        Api.OnData(
            Impact,
            Part(3, 0) with
            {
                Changes = [Company("comp_1", true) with { ReasonAfter = "Matched \"Beta\" (rule_new)" }],
            }
        );

        var part = await OpenAsync();

        part.WaitForAssertion(() =>
            Assert.Equal("Not matched → Matched \"Beta\"", part.Find(".impact-list .muted").TextContent)
        );
        Assert.Contains("The first 1 of them.", part.Markup, StringComparison.Ordinal);
    }

    private static FlagImpactResponseData Part(long gained, long lost) =>
        new()
        {
            Changes = [],
            Examined = 10,
            Gained = gained,
            Lost = lost,
            Total = 10,
        };

    private static FlagImpactCompany Company(string id, bool after) =>
        new()
        {
            Id = id,
            Name = $"Acme {id}",
            After = after,
            ReasonAfter = "Matched",
            ReasonBefore = "Not matched",
        };

    private async Task<IRenderedComponent<FlagImpact>> OpenAsync()
    {
        await EnterAsync();
        return Render<FlagImpact>(static part =>
            part.Add(static part => part.EnvironmentId, Production.Id)
                .Add(static part => part.FlagId, "flag_1")
                .Add(static part => part.Rules, RuleDrafts.FromContract([FlagSamples.Rule("rule_1", "R")]))
        );
    }
}
