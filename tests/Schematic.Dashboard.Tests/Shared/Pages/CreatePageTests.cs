using System.Net;
using System.Text.Json;
using Bunit;
using Schematic.Contracts.Members;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Flags;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Shared.Pages;

/// <summary>A page that creates something, on a form that has nothing of its own.</summary>
public sealed class CreatePageTests : PageContext
{
    private const string Create = "POST /features";

    private static readonly string Url = DashboardUrls.NewFeature("env_production");

    [Fact]
    public async Task It_says_what_it_creates_and_leads_back_to_the_list()
    {
        var page = await OpenAsync();

        Assert.Equal("New thing", page.Find("h1").TextContent);
        Assert.Equal("Create thing", page.Find("button[type=submit]").TextContent.Trim());
        Assert.Equal(
            [DashboardUrls.Features("env_production"), DashboardUrls.Features("env_production")],
            page.FindAll("a").Select(static link => link.GetAttribute("href"))
        );
    }

    [Fact]
    public async Task Whoever_may_not_create_it_is_told_before_anything_is_typed()
    {
        SignInAs(AccountMemberRole.Member, ("account", AccountMemberPermission.FlagsEdit));

        var page = await OpenAsync();

        Assert.Equal(
            "You may not change features. An admin can permit it under Team.",
            page.Find(".alert").TextContent.Trim()
        );
        Assert.True(page.Find("fieldset").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Whoever_may_create_it_is_told_nothing()
    {
        SignInAs(AccountMemberRole.Member, ("account", AccountMemberPermission.FeaturesEdit));

        var page = await OpenAsync();

        Assert.Empty(page.FindAll(".alert"));
        Assert.False(page.Find("fieldset").HasAttribute("disabled"));
    }

    [Fact]
    public async Task What_the_address_gives_is_filled_in_and_nothing_is_unsaved_yet()
    {
        var page = await OpenAsync("?name=Calls");

        Assert.Equal("Calls", Input(page, "Name").GetAttribute("value"));
        Assert.False(page.Find("[hidden]").HasAttribute("data-unsaved"));
    }

    [Fact]
    public async Task What_was_entered_is_not_filled_in_anew_when_the_address_changes()
    {
        var page = await OpenAsync("?name=Calls");
        await Input(page, "Name").ChangeAsync(new() { Value = "Seats" });

        await page.InvokeAsync(() => Navigation.NavigateTo($"{Url}?name=Other"));

        Assert.Equal("Seats", Input(page, "Name").GetAttribute("value"));
    }

    [Fact]
    public async Task A_mistake_is_said_beside_its_field_and_nothing_is_sent()
    {
        var page = await OpenAsync();

        await page.Find("form").SubmitAsync();

        Assert.Equal("Name the feature as your customers know it.", page.Find(".field-error").TextContent);
        Assert.Empty(Asked(Create));
    }

    [Fact]
    public async Task What_was_entered_is_sent_once_however_often_it_is_submitted()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        Api.On(Create, (_, _) => answer.Task);
        var page = await OpenAsync("?name=Calls");

        var first = page.Find("form").SubmitAsync();
        var second = page.Find("form").SubmitAsync();
        Assert.Equal("Creating…", page.Find("button[type=submit]").TextContent.Trim());
        answer.SetResult(FakeApi.Data(FlagSamples.Feature("feat_7", "Calls"), HttpStatusCode.Created));
        await Task.WhenAll(first, second);
        // Still on its way out of the page.
        await page.Find("form").SubmitAsync();

        Assert.Equal("Calls", JsonElement.Parse(Assert.Single(Asked(Create)).Body!).GetProperty("name").GetString());
        Assert.EndsWith(DashboardUrls.Feature(Production.Id, "feat_7"), Navigation.Uri, StringComparison.Ordinal);
        Assert.Equal("Calls was created.", Assert.Single(Toaster.Toasts).Text);
        Assert.False(page.Find("[hidden]").HasAttribute("data-unsaved"));
    }

    [Fact]
    public async Task A_page_may_say_what_comes_next()
    {
        Api.OnData(Create, FlagSamples.Feature("feat_7", "Calls"));
        var page = await OpenAsync("?name=Calls", "Now sell it.");

        await page.Find("form").SubmitAsync();

        Assert.Equal("Now sell it.", Assert.Single(Toaster.Toasts).Text);
    }

    [Fact]
    public async Task A_refusal_about_a_field_is_said_beside_it()
    {
        Api.OnError(Create, HttpStatusCode.BadRequest, "name is used already", field: "name");
        var page = await OpenAsync("?name=Calls");

        await page.Find("form").SubmitAsync();

        Assert.Equal("Name is used already", page.Find(".field-error").TextContent);
        Assert.EndsWith("?name=Calls", Navigation.Uri, StringComparison.Ordinal);
        Assert.Empty(Toaster.Toasts);
    }

    [Fact]
    public async Task While_the_api_is_away_what_was_entered_stays()
    {
        Api.OnError(Create, HttpStatusCode.ServiceUnavailable, "The database cannot be reached.");
        var page = await OpenAsync();
        await Input(page, "Name").ChangeAsync(new() { Value = "Calls" });

        await page.Find("form").SubmitAsync();

        Assert.Contains(
            "The database cannot be reached.",
            page.Find("[role=alert]").TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("Calls", Input(page, "Name").GetAttribute("value"));
        Assert.Equal("true", page.Find("[hidden]").GetAttribute("data-unsaved"));
    }

    private Task<IRenderedComponent<SampleCreatePage>> OpenAsync(string query = "", string? doneText = null) =>
        OpenAsync<SampleCreatePage>(Url + query, parameters => parameters.Add(static page => page.DoneText, doneText));
}
