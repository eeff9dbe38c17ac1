using System.Globalization;
using Microsoft.Playwright;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Browser;
using Schematic.Testing.Processes;

namespace Schematic.E2E.Endurance;

/// <summary>
/// What is left of sessions that are over. Every page load has a session while the server renders it, and another while
/// its circuit lives.
/// </summary>
public sealed class SessionFootprintTests(Chromium chromium, ITestOutputHelper output)
{
    private const string FlagName = "Export to CSV";

    /// <summary>A browser keeps something of every page it has loaded; a new one begins with nothing.</summary>
    private const int CircuitsPerBrowser = 25;

    // Twenty circuits weigh less than what the runtime still compiles meanwhile: only their assemblies are counted.
    [Fact]
    public Task Page_loads_and_circuits_leave_nothing_behind() =>
        MeasureAsync(warmUp: new(100, 5), load: new(300, 20), maxBytesPerLoad: 60_000);

    [Fact]
    [Trait("Category", "Long")]
    public Task Thousands_of_page_loads_and_circuits_leave_nothing_behind() =>
        MeasureAsync(
            warmUp: new(500, 50),
            load: new(3_000, 1_000),
            maxBytesPerLoad: 10_000,
            maxBytesPerCircuit: 100_000
        );

    private async Task MeasureAsync(
        Load warmUp,
        Load load,
        long maxBytesPerLoad,
        long maxBytesPerCircuit = long.MaxValue
    )
    {
        await using var console = await HostedConsole.StartAsync();
        using var circuits = new CircuitCounter();
        var flags = await CreateFlagAsync(console);
        var (cookie, state) = await SignInAsync(console);
        await LoadPagesAsync(console, flags, cookie, warmUp.Pages);
        await OpenCircuitsAsync(console, flags, state, warmUp.Circuits, circuits);

        var before = Footprint.Measure();
        await LoadPagesAsync(console, flags, cookie, load.Pages);
        var between = Footprint.Measure();
        await OpenCircuitsAsync(console, flags, state, load.Circuits, circuits);
        var after = Footprint.Measure();

        var perLoad = (between.ResidentBytes - before.ResidentBytes) / load.Pages;
        var perCircuit = (after.ResidentBytes - between.ResidentBytes) / load.Circuits;
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                before:                  {before}
                after {load.Pages} page loads: {between}: {perLoad:N0} bytes each
                after {load.Circuits} circuits: {after}: {perCircuit:N0} bytes each
                """
            )
        );
        Assert.Equal(before.DynamicAssemblies, between.DynamicAssemblies);
        Assert.Equal(before.DynamicAssemblies, after.DynamicAssemblies);
        Assert.True(perLoad <= maxBytesPerLoad, $"Each page load leaves {perLoad} bytes behind.");
        Assert.True(perCircuit <= maxBytesPerCircuit, $"Each circuit leaves {perCircuit} bytes behind.");
    }

    /// <summary>The address of a list with one flag in it.</summary>
    private static async Task<string> CreateFlagAsync(HostedConsole console)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var gateway = console.Gateway();
        var flag = new CreateFlagRequestBody
        {
            Key = "export-to-csv",
            Name = FlagName,
            Description = "",
            FlagType = FlagType.Boolean,
            DefaultValue = false,
        };
        await gateway.Flags.CreateAsync(flag, cancellationToken);
        var key = await gateway.ApiKeys.WhoAmIAsync(cancellationToken);
        return DashboardUrls.Flags(Assert.Single(key.Data.Environments).Id);
    }

    private async Task<(string Cookie, string State)> SignInAsync(HostedConsole console)
    {
        await using var visitor = await chromium.SignInAsync(console.Address);
        var cookies = await visitor.Profile.CookiesAsync();
        return (
            string.Join("; ", cookies.Select(static cookie => $"{cookie.Name}={cookie.Value}")),
            await visitor.Profile.StorageStateAsync()
        );
    }

    private static async Task LoadPagesAsync(HostedConsole console, string address, string cookie, int count)
    {
        using var http = console.Http(cookie);
        for (var load = 0; load < count; load++)
        {
            var page = await http.GetStringAsync(address, TestContext.Current.CancellationToken);
            // The server renders the frame of the page; its circuit loads the flags.
            Assert.Contains("<title>Flags", page, StringComparison.Ordinal);
        }
    }

    private async Task OpenCircuitsAsync(
        HostedConsole console,
        string address,
        string state,
        int count,
        CircuitCounter circuits
    )
    {
        var opened = circuits.Opened + count;
        for (var done = 0; done < count; )
        {
            await using var visitor = await chromium.VisitAsync(console.Address, state: state);
            for (var end = Math.Min(done + CircuitsPerBrowser, count); done < end; done++)
            {
                await visitor.OpenAsync(address);
                await Assertions.Expect(visitor.Page.GetByText(FlagName)).ToBeVisibleAsync();
            }

            visitor.ExpectNoFaults();
        }

        await Poll.UntilAsync(
            "every circuit to end",
            TimeSpan.FromSeconds(15),
            () => Task.FromResult(circuits.Active == 0 ? null : $"{circuits.Active} circuits"),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(opened, circuits.Opened);
    }

    private readonly record struct Load(int Pages, int Circuits);
}
