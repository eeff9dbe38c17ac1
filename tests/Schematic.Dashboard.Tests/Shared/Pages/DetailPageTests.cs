using System.Net;
using Bunit;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Tests.Flags;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Shared.Pages;

/// <summary>Every state of a page about one thing, on a page that has nothing of its own.</summary>
public sealed class DetailPageTests : PageContext
{
    private const string One = "GET /features/feat_1";
    private const string Other = "GET /features/feat_2";
    private const string Delete = "DELETE /features/feat_1";

    private static readonly string List = DashboardUrls.Features("env_production");

    [Fact]
    public async Task While_loading_the_page_shows_its_shape_and_the_way_back()
    {
        Api.OnSilence(One);
        var page = await OpenAsync();

        Assert.NotEmpty(page.FindAll(".detail[aria-busy=true]"));
        Assert.Equal("Thing", page.Find("h1").TextContent);
        Assert.Equal(
            ("Things", List),
            (page.Find(".crumbs a").TextContent, page.Find(".crumbs a").GetAttribute("href"))
        );
    }

    [Fact]
    public async Task What_is_there_is_shown_in_both_parts()
    {
        Api.OnData(One, FlagSamples.Feature("feat_1", "Calls"));
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Equal("Calls", page.Find(".detail-main.stack .main").TextContent));
        Assert.Equal("feat_1", page.Find("aside .rail").TextContent);
        Assert.Equal("About this thing", page.Find("aside").GetAttribute("aria-label"));
        Assert.Equal("Calls", page.Find("h1").TextContent);
    }

    [Theory]
    [InlineData(null, "There is no such thing", "It may have been deleted.")]
    [InlineData(
        "Production",
        "There is no such thing in Production",
        "It may have been deleted, or belong to another environment."
    )]
    public async Task What_does_not_exist_is_named_by_its_id(string? place, string title, string reason)
    {
        Api.OnError(One, HttpStatusCode.NotFound, "No such feature.");
        var page = await OpenAsync(place);

        page.WaitForAssertion(() => Assert.Equal(title, page.Find(".state-title").TextContent));
        Assert.Equal(["feat_1", reason], page.FindAll(".state-text p").Select(static text => text.TextContent));
        Assert.Equal(List, page.Find(".state a").GetAttribute("href"));
        Assert.Equal("All things", page.Find(".state a").TextContent);
    }

    [Fact]
    public async Task A_failure_can_be_tried_again_or_left()
    {
        Api.OnError(One, HttpStatusCode.InternalServerError, "The store is away.");
        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.Contains("The store is away.", page.Markup, StringComparison.Ordinal));
        Assert.Equal(List, page.Find(".state-actions a").GetAttribute("href"));

        Api.OnData(One, FlagSamples.Feature("feat_1", "Calls"));
        Button(page, "Try again").Click();

        page.WaitForAssertion(() => Assert.Equal("Calls", page.Find(".main").TextContent));
    }

    [Fact]
    public async Task Another_one_shows_nothing_of_the_last_while_it_loads()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        Api.OnData(One, FlagSamples.Feature("feat_1", "Calls")).On(Other, (_, _) => answer.Task);
        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.Equal("Calls", page.Find(".main").TextContent));

        page.Render(parameters => parameters.Add(static page => page.ThingId, "feat_2"));

        Assert.DoesNotContain("Calls", page.Markup, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll(".detail[aria-busy=true]"));
        answer.SetResult(FakeApi.Data(FlagSamples.Feature("feat_2", "Seats")));
        page.WaitForAssertion(() => Assert.Equal("Seats", page.Find(".main").TextContent));
        Assert.Equal(2, page.Instance.Forgotten);
    }

    [Fact]
    public async Task A_late_answer_about_the_last_one_is_dropped()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        Api.On(One, (_, _) => answer.Task).OnData(Other, FlagSamples.Feature("feat_2", "Seats"));
        var page = await OpenAsync();
        page.Render(parameters => parameters.Add(static page => page.ThingId, "feat_2"));
        page.WaitForAssertion(() => Assert.Equal("Seats", page.Find(".main").TextContent));

        answer.SetResult(FakeApi.Data(FlagSamples.Feature("feat_1", "Calls")));

        Assert.Equal("Seats", page.Find("h1").TextContent);
    }

    [Fact]
    public async Task The_same_one_is_not_loaded_again_when_only_the_query_changes()
    {
        Api.OnData(One, FlagSamples.Feature("feat_1", "Calls"));
        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.Equal("Calls", page.Find(".main").TextContent));

        await page.InvokeAsync(() => Navigation.NavigateTo($"{DashboardUrls.Feature("env_production", "feat_1")}?q=a"));

        Assert.Single(Asked(One));
        Assert.Equal(1, page.Instance.Forgotten);
    }

    [Fact]
    public async Task What_a_write_answered_is_shown_without_asking_again()
    {
        Api.OnData(One, FlagSamples.Feature("feat_1", "Calls"));
        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.Equal("Calls", page.Find(".main").TextContent));

        await page.InvokeAsync(() => page.Instance.Take(FlagSamples.Feature("feat_1", "API calls")));

        Assert.Equal("API calls", page.Find("h1").TextContent);
        Assert.Single(Asked(One));
    }

    [Fact]
    public async Task Deleting_asks_for_the_name_says_what_goes_and_leaves_for_the_list()
    {
        Api.OnData(One, FlagSamples.Feature("feat_1", "Calls")).OnData(Delete, new DeleteResponse { Deleted = true });
        var (page, dialogs) = await AskAsync();
        Assert.Contains("Its flag goes too.", dialogs.Find(".dialog-text").TextContent, StringComparison.Ordinal);
        Assert.Contains("Delete thing", dialogs.Find("button[type=submit]").TextContent, StringComparison.Ordinal);

        dialogs.Find("form input").Input("Calls");
        dialogs.Find("form").Submit();

        page.WaitForAssertion(() => Assert.EndsWith(List, Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal("Calls was deleted.", Assert.Single(Toaster.Toasts).Text);
        Assert.Equal(2, page.Instance.Forgotten);
        Assert.Single(Asked(Delete));
    }

    [Fact]
    public async Task Deleting_that_is_refused_says_why_and_leaves_the_page_where_it_is()
    {
        Api.OnData(One, FlagSamples.Feature("feat_1", "Calls"))
            .OnError(Delete, HttpStatusCode.Conflict, "It is part of a plan.");
        var (page, dialogs) = await AskAsync();

        dialogs.Find("form input").Input("Calls");
        dialogs.Find("form").Submit();

        dialogs.WaitForAssertion(() =>
            Assert.Contains("It is part of a plan.", dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal)
        );
        Assert.EndsWith("/feat_1", Navigation.Uri, StringComparison.Ordinal);
        Assert.Equal("Calls", page.Find(".main").TextContent);
        Assert.Empty(Toaster.Toasts);
    }

    private async Task<(IRenderedComponent<SampleDetailPage>, IRenderedComponent<DialogHost>)> AskAsync()
    {
        var dialogs = RenderDialogs();
        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.Equal("Calls", page.Find(".main").TextContent));
        _ = page.InvokeAsync(page.Instance.AskToDeleteAsync);
        dialogs.WaitForElement("form");
        return (page, dialogs);
    }

    private Task<IRenderedComponent<SampleDetailPage>> OpenAsync(string? place = null) =>
        OpenAsync<SampleDetailPage>(
            DashboardUrls.Feature("env_production", "feat_1"),
            parameters => parameters.Add(static page => page.ThingId, "feat_1").Add(static page => page.Where, place)
        );
}
