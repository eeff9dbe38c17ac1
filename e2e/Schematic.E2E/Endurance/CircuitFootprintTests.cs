using System.Globalization;
using Microsoft.Playwright;
using Schematic.Contracts.Companies;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Browser;
using Schematic.Testing.Processes;

namespace Schematic.E2E.Endurance;

/// <summary>What the circuit of a long list holds while it is open, and how soon that is given back.</summary>
public sealed class CircuitFootprintTests(Chromium chromium, ITestOutputHelper output)
{
    private const int Rows = 50;
    private const int Circuits = 25;
    private const long Limit = 1_500_000;

    // Far less than a circuit is kept whose page did not say goodbye.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    [Trait("Category", "Long")]
    public async Task An_open_list_of_companies_holds_1500_kB_and_gives_them_back_when_its_tab_is_closed()
    {
        await using var console = await HostedConsole.StartAsync(
            keepsLostCircuits: true,
            new KeyValuePair<string, string>("Console:CircuitsPerMember", "100")
        );
        using var circuits = new CircuitCounter();
        var address = await CreateCompaniesAsync(console);
        await using var visitor = await chromium.SignInAsync(console.Address);
        // As many as are measured: the pools of the server grow with the most that were ever open at once.
        var warm = await OpenAsync(visitor, address, Circuits);
        await CloseAsync(warm, circuits, left: 1);

        var before = Footprint.Measure();
        var tabs = await OpenAsync(visitor, address, Circuits);
        Assert.Equal(Circuits + 1, circuits.Active);
        var open = Footprint.Measure();
        await CloseAsync(tabs, circuits, left: 1);
        var after = Footprint.Measure();

        var (objects, resident) = Each(before, open);
        var (objectsLeft, residentLeft) = Each(before, after);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                before:           {before}
                {Circuits} circuits open: {open}: each {objects:N0} bytes of objects, {resident:N0} resident
                closed:           {after}: each leaves {objectsLeft:N0} bytes of objects, {residentLeft:N0} resident
                """
            )
        );
        Assert.True(resident <= Limit, $"An open circuit holds {resident} bytes.");
        Assert.True(objectsLeft <= 100_000, $"A closed circuit leaves {objectsLeft} bytes behind.");
    }

    private static (long Objects, long Resident) Each(Footprint before, Footprint now) =>
        ((now.ManagedBytes - before.ManagedBytes) / Circuits, (now.ResidentBytes - before.ResidentBytes) / Circuits);

    private static async Task<IReadOnlyList<IPage>> OpenAsync(Visitor visitor, string address, int count)
    {
        var tabs = new List<IPage>();
        for (var tab = 0; tab < count; tab++)
        {
            var page = await visitor.Profile.NewPageAsync();
            await page.GotoAsync(address);
            await Assertions.Expect(page.Locator("tbody a.cell-name")).ToHaveCountAsync(Rows);
            await Assertions.Expect(page.Locator(".pager-range")).ToHaveTextAsync($"1–{Rows} of {Rows + 10}");
            tabs.Add(page);
        }

        return tabs;
    }

    private static async Task CloseAsync(IReadOnlyList<IPage> tabs, CircuitCounter circuits, int left)
    {
        // Led elsewhere first, a tab would be closed before the page it left, which ends in another process, has said
        // goodbye.
        foreach (var tab in tabs)
            await tab.CloseAsync();

        await Poll.UntilAsync(
            "the circuits of closed tabs to end",
            Patience,
            () => Task.FromResult(circuits.Active == left ? null : $"{circuits.Active} circuits"),
            TestContext.Current.CancellationToken
        );
    }

    /// <summary>The address of a list of companies with more than a page of them.</summary>
    private static async Task<string> CreateCompaniesAsync(HostedConsole console)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var gateway = console.Gateway();
        for (var number = 1; number <= Rows + 10; number++)
        {
            var company = new UpsertCompanyRequestBody
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"Company {number:000}"),
                Keys = new Dictionary<string, string>
                {
                    ["domain"] = string.Create(CultureInfo.InvariantCulture, $"company-{number:000}.example"),
                    ["app_id"] = Guid.NewGuid().ToString(),
                },
            };
            await gateway.Companies.UpsertAsync(company, cancellationToken);
        }

        var key = await gateway.ApiKeys.WhoAmIAsync(cancellationToken);
        return DashboardUrls.Companies(Assert.Single(key.Data.Environments).Id);
    }
}
