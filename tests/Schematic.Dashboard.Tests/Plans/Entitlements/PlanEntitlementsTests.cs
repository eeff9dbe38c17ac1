using System.Net;
using Bunit;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Plans.Entitlements;
using Schematic.Dashboard.Tests.Entitlements;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Plans.Entitlements;

public sealed class PlanEntitlementsTests : PageContext
{
    private const string Get = "GET /plans/plan_pro";
    private static readonly PlanVersionResponseData Draft = PlanSamples.Version(2, PlanVersionStatus.Draft);
    private int _changes;

    public PlanEntitlementsTests()
    {
        Api.OnData(Get, PlanSamples.Plan() with { Entitlements = [PlanSamples.Calls(1_000)] });
        Api.OnData("GET /companies/count", new CountResponse { Count = 85 });
        Api.OnData("GET /plan-entitlements/pltl_calls", PlanSamples.Calls(1_000), "\"shown\"");
    }

    [Theory]
    [InlineData(85, "85 companies on Pro get 1,000 API calls a month.")]
    [InlineData(1, "1 company on Pro gets 1,000 API calls a month.")]
    [InlineData(0, "No company is on Pro in this version yet.")]
    public async Task A_value_is_restated_with_the_companies_that_have_it(int companies, string expected)
    {
        Api.OnData("GET /companies/count", new CountResponse { Count = companies });
        var tab = await RenderAsync();

        tab.WaitForAssertion(() => Assert.Equal(expected, tab.Find(".plan-sentence").TextContent.Trim()));
        Assert.Equal("1,000 API calls a month", tab.Find(".plan-value strong").TextContent);
        Assert.Contains(("plan_version_id", "plvr_1"), Assert.Single(Asked("GET /companies/count")).Parameters);
    }

    [Fact]
    public async Task Without_the_count_the_sentence_does_without_it()
    {
        Api.OnError("GET /companies/count", HttpStatusCode.InternalServerError, "No.");
        var tab = await RenderAsync();

        tab.WaitForAssertion(() =>
            Assert.Equal("Companies on Pro get 1,000 API calls a month.", tab.Find(".plan-sentence").TextContent.Trim())
        );
    }

    [Fact]
    public async Task The_draft_is_shown_first_and_is_not_said_to_be_what_companies_have()
    {
        var tab = await RenderAsync(PlanSamples.Plan(versions: [Draft, PlanSamples.Version(1)]));

        tab.WaitForAssertion(() =>
            Assert.StartsWith(
                "Companies on Pro get",
                tab.Find(".plan-sentence").TextContent.Trim(),
                StringComparison.Ordinal
            )
        );
        Assert.Contains(("plan_version_id", "plvr_2"), Assert.Single(Asked(Get)).Parameters);
        Assert.Contains("No company has it", tab.Find(".plan-note").TextContent, StringComparison.Ordinal);
        Assert.NotNull(Button(tab, "Edit API access"));
    }

    [Theory]
    [InlineData("plvr_1", "Changes go to the draft")]
    [InlineData("plvr_0", "was replaced")]
    public async Task A_version_that_is_no_draft_is_only_shown_beside_one(string version, string note)
    {
        var tab = await RenderAsync(
            PlanSamples.Plan(
                versions: [Draft, PlanSamples.Version(1), PlanSamples.Version(0, PlanVersionStatus.Archived)]
            ),
            version
        );

        tab.WaitForAssertion(() => Assert.NotEmpty(tab.FindAll("tbody tr")));
        Assert.Contains(note, tab.Find(".plan-note").TextContent, StringComparison.Ordinal);
        Assert.Empty(tab.FindAll("td button"));
    }

    [Fact]
    public async Task A_version_that_is_gone_says_so()
    {
        var tab = await RenderAsync(version: "plvr_9");

        Assert.Contains("no such version", tab.Find(".state").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_gives_nothing_says_what_an_entitlement_is()
    {
        Api.OnData(Get, PlanSamples.Plan());
        var tab = await RenderAsync();

        tab.WaitForAssertion(() =>
            Assert.Contains("Gives nothing yet", tab.Find(".state").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Hostile_and_long_names_are_only_text()
    {
        var name = $"<script>{new string('x', 500)}</script>";
        Api.OnData(
            Get,
            PlanSamples.Plan() with
            {
                Entitlements =
                [
                    EntitlementSamples.Entitlement(
                        EntitlementSamples.Feature("feat_x", name, FeatureType.Boolean),
                        EntitlementValueType.Boolean
                    ),
                ],
            }
        );
        var tab = await RenderAsync();

        tab.WaitForAssertion(() => Assert.Equal(name, tab.Find("tbody a").TextContent.Trim()));
        Assert.Empty(tab.FindAll("script"));
    }

    [Fact]
    public async Task Removing_from_a_published_plan_says_that_a_draft_begins()
    {
        Api.OnData("DELETE /plan-entitlements/pltl_calls", new DeleteResponse { Deleted = true });
        var tab = await RenderAsync();
        var dialogs = RenderDialogs();
        tab.WaitForAssertion(() => Button(tab, "Remove API access"));
        Button(tab, "Remove API access").Click();
        dialogs.WaitForAssertion(() =>
            Assert.Contains("begins a draft", dialogs.Find(".dialog-text").TextContent, StringComparison.Ordinal)
        );
        await dialogs.Find("form").SubmitAsync();

        tab.WaitForAssertion(() => Assert.Equal(1, _changes));
        Assert.Equal("\"shown\"", Assert.Single(Asked("DELETE /plan-entitlements/pltl_calls")).Headers["If-Match"]);
    }

    [Fact]
    public async Task What_somebody_else_saved_stands_beside_what_was_typed()
    {
        Api.OnStale("PUT /plan-entitlements/pltl_calls", PlanSamples.Calls(3_000), "\"newer\"")
            .OnData<IReadOnlyList<EntityTraitDefinitionResponseData>>("GET /entity-trait-definitions", []);
        var tab = await RenderAsync();
        var dialogs = RenderDialogs();
        tab.WaitForAssertion(() => Button(tab, "Edit API access"));
        Button(tab, "Edit API access").Click();
        dialogs.WaitForAssertion(() => Input(dialogs, "Limit"));
        Input(dialogs, "Limit").Input("2000");
        await dialogs.Find("form").SubmitAsync();

        dialogs.WaitForAssertion(() =>
            Assert.Equal(
                ["1,000 API calls a month", "3,000 API calls a month", "2,000 API calls a month"],
                dialogs.FindAll(".stale dd").Select(static side => side.TextContent.Trim())
            )
        );
        Assert.Equal("2000", Input(dialogs, "Limit").GetAttribute("value"));
        Assert.Equal(0, _changes);
    }

    [Fact]
    public async Task A_refused_removal_is_said_where_it_was_asked_and_can_be_tried_again()
    {
        Api.OnError("DELETE /plan-entitlements/pltl_calls", HttpStatusCode.Conflict, "The draft no longer gives it.");
        var tab = await RenderAsync();
        var dialogs = RenderDialogs();
        tab.WaitForAssertion(() => Button(tab, "Remove API access"));
        Button(tab, "Remove API access").Click();
        dialogs.WaitForAssertion(() => dialogs.Find("form"));
        await dialogs.Find("form").SubmitAsync();

        dialogs.WaitForAssertion(() =>
            Assert.Contains("no longer gives it", dialogs.Find(".alert").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal(0, _changes);
    }

    private async Task<IRenderedComponent<PlanEntitlements>> RenderAsync(
        PlanDetailResponseData? plan = null,
        string version = ""
    )
    {
        await EnterAsync();
        return Render<PlanEntitlements>(builder =>
            builder
                .Add(static tab => tab.EnvironmentId, Production.Id)
                .Add(static tab => tab.Plan, plan ?? PlanSamples.Plan())
                .Add(static tab => tab.Query, new PlanEntitlementsTabQuery { VersionId = version })
                .Add(static tab => tab.Changed, () => _changes++)
        );
    }
}
