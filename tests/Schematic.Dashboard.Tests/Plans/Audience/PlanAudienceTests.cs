using System.Net;
using Bunit;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Plans.Audience;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Plans.Audience;

public sealed class PlanAudienceTests : PageContext
{
    private const string Get = "GET /plans/plan_pro/audience";
    private const string Put = "PUT /plans/plan_pro/audience";
    private const string Delete = "DELETE /plans/plan_pro/audience";
    private const string Shown = "\"shown\"";
    private const string Newer = "\"newer\"";
    private bool _isDirty;

    public PlanAudienceTests()
    {
        Api.OnData(Get, AudienceSamples.Audience("20"), Shown);
        Api.OnData<IReadOnlyList<EntityTraitDefinitionResponseData>>(
            "GET /entity-trait-definitions",
            [AudienceSamples.Seats]
        );
        Api.OnData<IReadOnlyList<EventSummaryResponseData>>("GET /event-types", []);
        Api.OnData<IReadOnlyList<EntityTraitValue>>("GET /entity-trait-values", []);
        Api.OnData("POST /audience/count-companies", new CountResponse { Count = 51 });
        Api.OnData<IReadOnlyList<CompanyDetailResponseData>>(
            "POST /audience/get-companies",
            [CompanySamples.Company()]
        );
    }

    [Fact]
    public async Task An_audience_is_restated_and_its_companies_are_listed()
    {
        var tab = await RenderAsync();

        tab.WaitForAssertion(() =>
            Assert.Equal(
                "Companies get Pro when company trait seats is at least 20.",
                tab.Find(".rule-sentence").TextContent.Trim()
            )
        );
        tab.WaitForAssertion(() => Assert.Equal("Acme", tab.Find(".audience-list a").TextContent));
        Assert.Contains("51 companies", tab.Find(".audience-matches").TextContent, StringComparison.Ordinal);
        Assert.Contains("And 50 others.", tab.Find(".audience-matches").TextContent, StringComparison.Ordinal);
        Assert.Empty(tab.FindAll(".audience-save"));
    }

    [Fact]
    public async Task A_plan_without_an_audience_says_so()
    {
        Api.OnError(Get, HttpStatusCode.NotFound, "The plan has no audience.");
        var tab = await RenderAsync();

        tab.WaitForAssertion(() =>
            Assert.Equal("No company gets Pro automatically.", tab.Find(".rule-sentence").TextContent.Trim())
        );
        Assert.Empty(tab.FindAll("[role=alert]"));
        Assert.Empty(Asked("POST /audience/get-companies"));
    }

    [Fact]
    public async Task A_failure_is_no_missing_audience()
    {
        Api.OnError(Get, HttpStatusCode.InternalServerError, "The store is away.");
        var tab = await RenderAsync();

        tab.WaitForAssertion(() => Button(tab, "Try again"));
    }

    [Fact]
    public async Task A_change_is_saved_and_asked_for_anew()
    {
        Api.OnData(Put, AudienceSamples.Audience("50"));
        var tab = await RenderAsync();
        Type(tab, "50");

        Assert.True(_isDirty);
        Assert.Contains("at least 50", tab.Find(".rule-sentence").TextContent, StringComparison.Ordinal);
        Button(tab, "Save audience").Click();
        tab.WaitForAssertion(() => Assert.Empty(tab.FindAll(".audience-save")));
        Assert.False(_isDirty);
        Assert.Contains("\"trait_value\":\"50\"", Assert.Single(Asked(Put)).Body, StringComparison.Ordinal);
        Clock.Advance(TimeSpan.FromSeconds(1));
        tab.WaitForAssertion(() =>
            Assert.Contains("\"50\"", Asked("POST /audience/get-companies")[^1].Body, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task What_somebody_else_saved_is_shown_before_it_is_replaced()
    {
        Api.OnStale(Put, AudienceSamples.Audience("99"), Newer);
        var tab = await RenderAsync();
        Type(tab, "50");
        Button(tab, "Save audience").Click();

        tab.WaitForAssertion(() =>
            Assert.Equal(
                ["20", "99", "50"],
                tab.FindAll(".stale dd").Select(static side => side.TextContent.Trim()[^3..^1])
            )
        );
        Api.OnData(Put, AudienceSamples.Audience("50"));
        Button(tab, "Save mine").Click();
        tab.WaitForAssertion(() => Assert.Empty(tab.FindAll(".stale")));
        Assert.Equal([Shown, Newer], Asked(Put).Select(static request => request.Headers["If-Match"]));
    }

    [Fact]
    public async Task Giving_way_shows_theirs()
    {
        Api.OnStale(Put, AudienceSamples.Audience("99"), Newer);
        var tab = await RenderAsync();
        Type(tab, "50");
        Button(tab, "Save audience").Click();
        tab.WaitForAssertion(() => Button(tab, "Keep theirs"));
        Button(tab, "Keep theirs").Click();

        tab.WaitForAssertion(() =>
            Assert.Contains("at least 99", tab.Find(".rule-sentence").TextContent, StringComparison.Ordinal)
        );
        Assert.False(_isDirty);
        Assert.Single(Asked(Put));
    }

    [Fact]
    public async Task One_that_somebody_else_removed_is_made_anew_only_if_one_says_so()
    {
        Api.OnError(Put, HttpStatusCode.NotFound, "The plan has no audience.");
        var tab = await RenderAsync();
        Type(tab, "50");
        Button(tab, "Save audience").Click();
        tab.WaitForAssertion(() =>
            Assert.Contains("No company gets Pro", tab.FindAll(".stale dd")[1].TextContent, StringComparison.Ordinal)
        );
        Api.OnData(Put, AudienceSamples.Audience("50"), Newer);
        Button(tab, "Save mine").Click();

        tab.WaitForAssertion(() => Assert.Empty(tab.FindAll(".stale")));
        Assert.Equal("*", Asked(Put)[1].Headers["If-None-Match"]);
    }

    [Fact]
    public async Task What_somebody_else_made_of_it_is_shown_before_it_is_removed()
    {
        Api.OnStale(Delete, AudienceSamples.Audience("99"), Newer);
        var tab = await RenderAsync();
        tab.WaitForAssertion(() => Button(tab, "Remove audience"));
        Button(tab, "Remove audience").Click();
        tab.WaitForAssertion(() => Button(tab, "Remove it anyway"));
        Api.OnData(Delete, new DeleteResponse { Deleted = true });
        Button(tab, "Remove it anyway").Click();

        tab.WaitForAssertion(() =>
            Assert.Equal("No company gets Pro automatically.", tab.Find(".rule-sentence").TextContent.Trim())
        );
        Assert.Equal([Shown, Newer], Asked(Delete).Select(static request => request.Headers["If-Match"]));
    }

    [Fact]
    public async Task A_condition_that_is_refused_says_why_at_its_place()
    {
        Api.OnError(
            Put,
            HttpStatusCode.BadRequest,
            "conditions[0].trait_value: it must be a number.",
            "conditions[0].trait_value"
        );
        var tab = await RenderAsync();
        Type(tab, "many");
        Button(tab, "Save audience").Click();

        tab.WaitForAssertion(() =>
            Assert.Equal("It must be a number.", tab.Find(".condition-error").TextContent.Trim())
        );
        Assert.Contains("many", tab.Find(".rule-sentence").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_audience_of_everybody_is_not_saved()
    {
        var tab = await RenderAsync();
        tab.WaitForAssertion(() => Button(tab, "Remove Condition 1"));
        Button(tab, "Remove Condition 1").Click();
        Button(tab, "Save audience").Click();

        tab.WaitForAssertion(() =>
            Assert.Contains("every company would match", tab.Find(".alert").TextContent, StringComparison.Ordinal)
        );
        Assert.Empty(Asked(Put));
    }

    [Fact]
    public async Task Removing_it_leaves_none()
    {
        Api.OnData(Delete, new DeleteResponse { Deleted = true });
        var tab = await RenderAsync();
        tab.WaitForAssertion(() => Button(tab, "Remove audience"));
        Button(tab, "Remove audience").Click();

        tab.WaitForAssertion(() =>
            Assert.Equal("No company gets Pro automatically.", tab.Find(".rule-sentence").TextContent.Trim())
        );
        Assert.Single(Asked(Delete));
    }

    [Fact]
    public async Task Alternatives_are_added_as_a_group()
    {
        Api.OnError(Get, HttpStatusCode.NotFound, "The plan has no audience.");
        var tab = await RenderAsync();
        tab.WaitForAssertion(() => Button(tab, "Add a group of alternatives"));
        Button(tab, "Add a group of alternatives").Click();
        Button(tab, "Add alternative").Click();

        Assert.Equal(2, tab.FindAll(".clause-any .condition").Count);
        Button(tab, "Save audience").Click();
        tab.WaitForAssertion(() => Assert.NotEmpty(tab.FindAll(".condition-error")));
        Assert.Empty(Asked(Put));
    }

    private static void Type(IRenderedComponent<PlanAudience> tab, string value)
    {
        tab.WaitForAssertion(() => tab.Find(".condition-value input"));
        tab.Find(".condition-value input").Input(value);
        tab.WaitForAssertion(() => Button(tab, "Save audience"));
    }

    private async Task<IRenderedComponent<PlanAudience>> RenderAsync()
    {
        await EnterAsync();
        return Render<PlanAudience>(builder =>
            builder
                .Add(static tab => tab.EnvironmentId, Production.Id)
                .Add(static tab => tab.Plan, PlanSamples.Plan())
                .Add(static tab => tab.IsDirtyChanged, isDirty => _isDirty = isDirty)
        );
    }
}
