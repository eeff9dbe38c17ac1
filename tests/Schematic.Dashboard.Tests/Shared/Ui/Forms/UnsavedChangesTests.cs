using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Tests.Rendering;

namespace Schematic.Dashboard.Tests.Shared.Ui.Forms;

public sealed class UnsavedChangesTests : ConsoleContext
{
    private const string Page = "/env/env_1/companies/comp_1";

    [Fact]
    public void A_page_with_nothing_to_lose_is_left_at_once()
    {
        var dialogs = Render<DialogHost>();
        Guard(isDirty: false);

        Go("/env/env_1/users");

        Assert.EndsWith("/env/env_1/users", Navigation.Uri, StringComparison.Ordinal);
        Assert.Empty(dialogs.FindAll(".dialog"));
    }

    [Fact]
    public void A_half_filled_form_asks_and_stays()
    {
        var dialogs = Render<DialogHost>();
        var before = Navigation.Uri;
        Guard(isDirty: true);

        Go("/env/env_1/users");
        dialogs.WaitForAssertion(() => Assert.Contains("has not been saved", dialogs.Markup, StringComparison.Ordinal));
        Button(dialogs, "Stay").Click();

        Assert.Equal(before, Navigation.Uri);
    }

    [Fact]
    public void Who_wants_to_leave_is_asked_once()
    {
        var dialogs = Render<DialogHost>();
        Guard(isDirty: true);

        Go("/env/env_1/users");
        dialogs.WaitForElement(".dialog");
        Button(dialogs, "Leave").Click();

        dialogs.WaitForAssertion(() => Assert.EndsWith("/env/env_1/users", Navigation.Uri, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Page)]
    [InlineData(Page + "/checks")]
    [InlineData(Page + "?q=a&page=2")]
    public void The_tabs_of_a_page_keep_what_was_entered(string url)
    {
        var dialogs = Render<DialogHost>();
        Guard(isDirty: true, Page);

        Go(url);

        Assert.EndsWith(url, Navigation.Uri, StringComparison.Ordinal);
        Assert.Empty(dialogs.FindAll(".dialog"));
    }

    [Theory]
    [InlineData("/env/env_1/companies")]
    [InlineData("/env/env_1/companies/comp_12")]
    public void Any_other_page_does_not(string url)
    {
        var dialogs = Render<DialogHost>();
        Guard(isDirty: true, Page);

        Go(url);

        dialogs.WaitForElement(".dialog");
        Assert.DoesNotContain(url, Navigation.Uri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "true")]
    [InlineData(false, null)]
    public void The_browser_is_told_whether_a_reload_would_lose_something(bool isDirty, string? marker) =>
        Assert.Equal(marker, Guard(isDirty).Find("div[hidden]").GetAttribute("data-unsaved"));

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    private void Go(string url) => Navigation.NavigateTo(url);

    private IRenderedComponent<UnsavedChanges> Guard(bool isDirty, string? pageUrl = null) =>
        Render<UnsavedChanges>(parameters =>
            parameters.Add(static guard => guard.IsDirty, isDirty).Add(static guard => guard.PageUrl, pageUrl)
        );

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<DialogHost> dialogs, string text) =>
        dialogs.FindAll("button").First(button => button.TextContent.Trim() == text);
}
