using System.Net;
using Bunit;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Tests.Entities;

public sealed class EntityPickerTests : PageContext
{
    private const string List = "GET /companies";

    private readonly List<string> _performed = [];
    private Func<Task> _perform = static () => Task.CompletedTask;

    [Fact]
    public async Task The_newest_are_offered_before_anything_is_typed()
    {
        Answer(CompanySamples.Company(), CompanySamples.Company("comp_2", "Beta"));
        var picker = await ShowAsync();

        picker.WaitForAssertion(() =>
            Assert.Equal(["Acme", "Beta"], picker.FindAll(".picker-name").Select(static name => name.TextContent))
        );
    }

    [Fact]
    public async Task A_search_narrows_what_is_offered()
    {
        Answer(CompanySamples.Company());
        var picker = await ShowAsync();

        await picker.Find("input").ChangeAsync(new() { Value = "be" });

        picker.WaitForAssertion(() => Assert.Contains(("q", "be"), Asked(List)[^1].Parameters));
    }

    [Fact]
    public async Task A_member_cannot_be_chosen_again()
    {
        Answer(CompanySamples.Company(), CompanySamples.Company("comp_2", "Beta"));
        var picker = await ShowAsync(isMember: static entity => entity.Id == "comp_1");

        picker.WaitForAssertion(() => Assert.Equal(2, picker.FindAll("li").Count));
        Assert.Contains("Member", picker.FindAll("li")[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("Add Beta", picker.Find("li button").GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Choosing_twice_adds_once()
    {
        var performing = new TaskCompletionSource();
        _perform = () => performing.Task;
        Answer(CompanySamples.Company());
        var picker = await ShowAsync();
        picker.WaitForAssertion(() => Assert.Single(picker.FindAll("li")));

        var first = picker.Find("li button").ClickAsync(new());
        Assert.Equal("Adding…", picker.Find("li button").TextContent);
        var second = picker.Find("li button").ClickAsync(new());
        performing.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal(["comp_1"], _performed);
    }

    [Fact]
    public async Task A_refusal_is_shown_where_one_chose()
    {
        _perform = static () =>
            Task.FromException(new GatewayException(HttpStatusCode.Conflict, "The user was deleted."));
        Answer(CompanySamples.Company());
        var picker = await ShowAsync();
        picker.WaitForAssertion(() => Assert.Single(picker.FindAll("li")));

        await picker.Find("li button").ClickAsync(new());

        Assert.Contains("The user was deleted.", picker.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Add", picker.Find("li button").TextContent);
    }

    [Theory]
    [InlineData("", "There are no companies yet")]
    [InlineData("zz", "No company matches")]
    public async Task Nothing_to_choose_leads_to_creating_one(string search, string title)
    {
        Answer();
        var picker = await ShowAsync();
        if (search.Length > 0)
            await picker.Find("input").ChangeAsync(new() { Value = search });

        picker.WaitForAssertion(() => Assert.Equal(title, picker.Find(".state-title").TextContent));
        Assert.Equal(DashboardUrls.NewCompany(Production.Id), picker.Find(".state a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_failure_can_be_tried_again()
    {
        Api.OnError(List, HttpStatusCode.InternalServerError, "The store is away.");
        var picker = await ShowAsync();
        picker.WaitForAssertion(() => Assert.Contains("The store is away.", picker.Markup, StringComparison.Ordinal));

        Answer(CompanySamples.Company());
        Button(picker, "Try again").Click();

        picker.WaitForAssertion(() => Assert.Single(picker.FindAll("li")));
    }

    [Fact]
    public async Task A_full_list_says_that_there_may_be_more()
    {
        Answer([.. Enumerable.Range(1, 20).Select(static number => CompanySamples.Company($"comp_{number}"))]);
        var picker = await ShowAsync();

        picker.WaitForAssertion(() =>
            Assert.StartsWith("The first 20.", picker.Find(".picker-more").TextContent, StringComparison.Ordinal)
        );
    }

    private void Answer(params IReadOnlyList<CompanyDetailResponseData> companies) => Api.OnData(List, companies);

    private async Task<IRenderedComponent<EntityPicker>> ShowAsync(Func<Entity, bool>? isMember = null)
    {
        await EnterAsync();
        return Render<EntityPicker>(parameters =>
            parameters
                .Add(static picker => picker.Type, EntityType.Company)
                .Add(static picker => picker.IsMember, isMember ?? (static _ => false))
                .Add(
                    static picker => picker.Perform,
                    (entity, _) =>
                    {
                        _performed.Add(entity.Id);
                        return _perform();
                    }
                )
        );
    }
}
