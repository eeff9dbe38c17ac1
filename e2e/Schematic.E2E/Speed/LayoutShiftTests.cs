using Microsoft.Playwright;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Accessibility;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Speed;

/// <summary>Nothing moves under the eye or the finger while a page loads.</summary>
public sealed class LayoutShiftTests(Chromium chromium, FurnishedConsole console) : IClassFixture<FurnishedConsole>
{
    private const double Most = 0.01;

    // Each shift with what moved, so that a failure says where to look.
    private const string Watch = """
        window.shifts = [];
        const place = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(" ");
        new PerformanceObserver(list => {
          for (const entry of list.getEntries())
            if (!entry.hadRecentInput)
              window.shifts.push({
                Value: entry.value,
                Moved: entry.sources.map(({ node, previousRect, currentRect }) =>
                  `${node?.nodeName}.${node?.className}: ${place(previousRect)} to ${place(currentRect)}`).join("; "),
              });
        }).observe({ type: "layout-shift", buffered: true });
        """;

    private static readonly Dictionary<string, Func<FurnishedConsole, string>> Pages = new()
    {
        ["companies"] = static console => DashboardUrls.Companies(console.Production),
        ["users"] = static console => DashboardUrls.Users(console.Production),
        ["features"] = static console => DashboardUrls.Features(console.Production),
        ["flags"] = static console => DashboardUrls.Flags(console.Production),
        ["unknown flags"] = static console => DashboardUrls.UnknownFlags(console.Production),
        ["plans"] = static console => DashboardUrls.Plans(console.Production),
        ["add-ons"] = static console => DashboardUrls.AddOns(console.Production),
        ["features by plan"] = static console => DashboardUrls.PlanMatrix(console.Production),
        ["overrides"] = static console => DashboardUrls.Overrides(console.Production),
        ["credits"] = static console => DashboardUrls.Credits(console.Production),
        ["ledger"] = static console => DashboardUrls.CreditLedger(console.Production),
        ["events"] = static console => DashboardUrls.Events(console.Production),
        ["environments"] = static console => DashboardUrls.Environments(console.Production),
        ["the audit log"] = static console => DashboardUrls.AuditLog(console.Production),
        ["API keys"] = static console => DashboardUrls.ApiKeys(console.Production),
        ["a company"] = static console => DashboardUrls.Company(console.Production, console.CompanyId),
        ["the flags of a company"] = static console =>
            DashboardUrls.Company(console.Production, console.CompanyId, DashboardUrls.FlagsTab),
        ["the usage of a company"] = static console =>
            DashboardUrls.Company(console.Production, console.CompanyId, DashboardUrls.UsageTab),
    };

    public static TheoryData<string> Names { get; } = [.. Pages.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_moves_while_a_page_loads(string name)
    {
        var visitor = await console.VisitorAsync(chromium);
        var page = await visitor.Profile.NewPageAsync();
        await page.AddInitScriptAsync(Watch);
        foreach (var screen in new[] { Screen.Desktop, Screen.Phone })
        {
            await page.SetViewportSizeAsync(screen.Width, screen.Height);
            await page.GotoAsync(new Uri(console.Server.ConsoleAddress, Pages[name](console)).AbsoluteUri);
            await Assertions.Expect(page.Locator("main[inert]")).ToHaveCountAsync(0);
            await Assertions.Expect(page.Locator("main [aria-busy=true]")).ToHaveCountAsync(0);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

            var shifts = await page.EvaluateAsync<Shift[]>("() => window.shifts");

            Assert.True(
                shifts.Sum(static shift => shift.Value) <= Most,
                $"At {screen.Width} px:\n{string.Join('\n', shifts)}"
            );
        }

        await page.CloseAsync();
        visitor.ExpectNoFaults();
    }

    private sealed record Shift
    {
        public double Value { get; init; }

        public string Moved { get; init; } = "";

        public override string ToString() => $"{Value:0.0000} {Moved}";
    }
}
