using Microsoft.Playwright;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;
using Schematic.Testing.Hosting;

namespace Schematic.E2E.Faults;

/// <summary>The line between browser and console is cut, or the console itself starts again.</summary>
[Trait("Category", "Long")]
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
    public async Task A_session_survives_a_restart_of_the_console()
    {
        await using var visitor = await chromium.SignInAsync(console.Server.ConsoleAddress);
        var address = DashboardUrls.Users(await console.EnvironmentOfAsync(ApiKeys.Production));

        await console.Server.TerminateAsync();
        await console.Server.StartAsync();
        await visitor.OpenAsync(address);

        await Assertions.Expect(visitor.Page.GetByText("No users yet")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(new Uri(console.Server.ConsoleAddress, address).ToString());
    }

    /// <summary>The WebSocket of the circuit, led through the test.</summary>
    private sealed class Line
    {
        private readonly List<(IWebSocketRoute Page, IWebSocketRoute Server)> _open = [];
        private volatile bool _isCut;

        public static async Task<Line> ThroughAsync(Visitor visitor)
        {
            var line = new Line();
            await visitor.Page.RouteWebSocketAsync(static url => url.Contains("/_blazor", StringComparison.Ordinal), line.Connect);
            return line;
        }

        public async Task CutAsync()
        {
            _isCut = true;
            Assert.NotEmpty(_open);
            foreach (var (page, server) in _open)
            {
                await page.CloseAsync(new() { Code = 4000, Reason = "cut" });
                await server.CloseAsync(new() { Code = 4000, Reason = "cut" });
            }

            _open.Clear();
        }

        public void Mend() => _isCut = false;

        private void Connect(IWebSocketRoute page)
        {
            if (_isCut)
                _ = page.CloseAsync(new() { Code = 4000, Reason = "cut" });
            else
                _open.Add((page, page.ConnectToServer()));
        }
    }
}
