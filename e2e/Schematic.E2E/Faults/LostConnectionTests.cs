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
}
