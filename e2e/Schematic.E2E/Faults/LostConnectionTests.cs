using Microsoft.Playwright;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;
using Schematic.Testing.Hosting;

namespace Schematic.E2E.Faults;

/// <summary>The line between browser and console is cut, or the console itself starts again.</summary>
public sealed class LostConnectionTests(Chromium chromium, ConsoleFixture console) : IClassFixture<ConsoleFixture>
{
    [Fact]
    public async Task A_cut_line_shows_a_bar_and_resumes_with_what_was_typed()
    {
        await using var visitor = await chromium.SignInAsync(console.Server.ConsoleAddress);
        var (frame, form, line) = (new Frame(visitor), new NewCompanyPage(visitor), await Line.ThroughAsync(visitor));
        await visitor.OpenAsync(DashboardUrls.NewCompany(await console.EnvironmentOfAsync(ApiKeys.Production)));
        await form.FillAsync("Umbrella", "domain", "umbrella");

        await line.CutAsync();
        await Assertions.Expect(frame.LostConnection).ToBeVisibleAsync();
        // The field still has the focus: what is typed now is reported only when it is left.
        await form.Value.PressSequentiallyAsync(".example");
        line.Mend();
        await Assertions.Expect(frame.LostConnection).ToBeHiddenAsync(new() { Timeout = 30_000 });

        await form.ExpectAsync("Umbrella", "domain", "umbrella.example");
        await form.Create.ClickAsync();
        await Assertions.Expect(new CompanyPage(visitor).Heading("Umbrella")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator(".facts").First).ToContainTextAsync("umbrella.example");
    }

    [Fact]
    public async Task What_is_typed_and_left_while_the_line_is_cut_is_kept()
    {
        await using var visitor = await chromium.SignInAsync(console.Server.ConsoleAddress);
        var (frame, form, line) = (new Frame(visitor), new NewCompanyPage(visitor), await Line.ThroughAsync(visitor));
        await visitor.OpenAsync(DashboardUrls.NewCompany(await console.EnvironmentOfAsync(ApiKeys.Production)));
        await form.FillAsync("Wonka", "domain", "wonka");

        await line.CutAsync();
        await Assertions.Expect(frame.LostConnection).ToBeVisibleAsync();
        await form.FillAsync("Wonka Industries", "app_id", "wonka.example");
        await form.Create.FocusAsync();
        line.Mend();
        await Assertions.Expect(frame.LostConnection).ToBeHiddenAsync(new() { Timeout = 30_000 });

        await form.ExpectAsync("Wonka Industries", "app_id", "wonka.example");
        await form.Create.ClickAsync();
        await Assertions.Expect(new CompanyPage(visitor).Heading("Wonka Industries")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator(".facts").First).ToContainTextAsync("wonka.example");
        await Assertions.Expect(visitor.Page.Locator(".facts").First).ToContainTextAsync("app_id");
        await Assertions.Expect(visitor.Page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_session_survives_a_restart_of_the_console()
    {
        await using var visitor = await chromium.SignInAsync(console.Server.ConsoleAddress);
        var address = DashboardUrls.Users(await console.EnvironmentOfAsync(ApiKeys.Production));

        await console.Server.TerminateAsync();
        await console.Server.StartAsync();
        await visitor.OpenAsync(address);

        await Assertions.Expect(visitor.Page.GetByText("No users yet")).ToBeVisibleAsync();
        await Assertions
            .Expect(visitor.Page)
            .ToHaveURLAsync(new Uri(console.Server.ConsoleAddress, address).ToString());
    }

    [Fact]
    public async Task A_page_in_which_nothing_was_typed_comes_back_after_a_restart()
    {
        await using var visitor = await chromium.SignInAsync(console.Server.ConsoleAddress);
        await visitor.OpenAsync(DashboardUrls.Users(await console.EnvironmentOfAsync(ApiKeys.Production)));

        await RestartAsync(visitor);

        await Assertions.Expect(visitor.Page.GetByText("No users yet")).ToBeVisibleAsync();
        await Assertions.Expect(new Frame(visitor).LostConnection).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_form_comes_back_after_a_restart_with_what_was_typed()
    {
        await using var visitor = await chromium.SignInAsync(console.Server.ConsoleAddress);
        var form = new NewCompanyPage(visitor);
        await visitor.OpenAsync(DashboardUrls.NewCompany(await console.EnvironmentOfAsync(ApiKeys.Production)));
        await form.FillAsync("Tyrell", "domain", "tyrell");
        // Not left yet, so the console has not heard of it.
        await form.Value.PressSequentiallyAsync(".example");

        await RestartAsync(visitor);

        await form.ExpectAsync("Tyrell", "domain", "tyrell.example");
        await form.Create.ClickAsync();
        await Assertions.Expect(new CompanyPage(visitor).Heading("Tyrell")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator(".facts").First).ToContainTextAsync("tyrell.example");
    }

    [Fact]
    public async Task A_dialog_is_kept_after_a_restart_until_its_text_is_copied()
    {
        await using var visitor = await chromium.SignInAsync(console.Server.ConsoleAddress);
        var frame = new Frame(visitor);
        var reload = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "reload the page" });
        await visitor.OpenAsync(DashboardUrls.Environments(await console.EnvironmentOfAsync(ApiKeys.Production)));
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "New environment" }).First.ClickAsync();
        var name = frame.Dialog.GetByLabel("Name", new() { Exact = true });
        await name.FillAsync("Preview");

        await console.Server.TerminateAsync();
        await console.Server.StartAsync();

        await Assertions.Expect(reload).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(name).ToHaveValueAsync("Preview");
        await reload.ClickAsync();
        await visitor.ExpectLiveAsync();
        await Assertions.Expect(frame.Dialog).ToHaveCountAsync(0);
    }

    // Waits for the page that replaces the one that is open.
    private async Task RestartAsync(Visitor visitor)
    {
        await visitor.Page.EvaluateAsync("() => { document.body.dataset.left = '' }");
        await console.Server.TerminateAsync();
        await console.Server.StartAsync();
        await Assertions
            .Expect(visitor.Page.Locator("body[data-left]"))
            .ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await visitor.ExpectLiveAsync();
    }
}
