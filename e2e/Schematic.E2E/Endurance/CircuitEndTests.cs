using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Playwright;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;
using Schematic.Testing.Processes;

namespace Schematic.E2E.Endurance;

/// <summary>How soon the circuit of a page that is closed, left or lost ends.</summary>
public sealed class CircuitEndTests(Chromium chromium)
{
    // The client script says goodbye on "unload", which browsers are giving up.
    private const string WithoutUnload = """
        const add = window.addEventListener;
        window.addEventListener = function (type, ...rest) {
          if (type !== "unload")
            add.call(this, type, ...rest);
        };
        """;

    // Far less than a circuit is kept whose page did not say goodbye.
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(10);

    // The client script asks for its circuit every five seconds for 50.
    private static readonly TimeSpan Retries = TimeSpan.FromSeconds(50);

    public enum Leaving
    {
        ClosingTheTab,
        OpeningAnotherSite,
        Reloading,
    }

    [Theory]
    [InlineData(Leaving.ClosingTheTab, true)]
    [InlineData(Leaving.ClosingTheTab, false)]
    [InlineData(Leaving.OpeningAnotherSite, true)]
    [InlineData(Leaving.OpeningAnotherSite, false)]
    [InlineData(Leaving.Reloading, true)]
    [InlineData(Leaving.Reloading, false)]
    public async Task Leaving_a_page_ends_its_circuit_at_once(Leaving leaving, bool raisesUnload)
    {
        await using var console = await HostedConsole.StartAsync(keepsLostCircuits: true);
        using var circuits = new CircuitCounter();
        await using var visitor = await chromium.SignInAsync(console.Address);
        var tab = await visitor.Profile.NewPageAsync();
        if (!raisesUnload)
            await tab.AddInitScriptAsync(WithoutUnload);
        await tab.GotoAsync(visitor.Page.Url);
        await ExpectLiveAsync(tab);
        await ExpectAsync(circuits, 2, AtOnce);
        var opened = circuits.Opened;

        await LeaveAsync(tab, leaving);

        if (leaving is Leaving.Reloading)
        {
            await ExpectLiveAsync(tab);
            Assert.Equal(opened + 1, circuits.Opened);
        }

        await ExpectAsync(circuits, leaving is Leaving.Reloading ? 2 : 1, AtOnce);
    }

    [Fact]
    public async Task A_page_that_may_come_back_by_the_Back_button_keeps_its_circuit()
    {
        await using var console = await HostedConsole.StartAsync(keepsLostCircuits: true);
        await using var visitor = await chromium.SignInAsync(console.Address);
        var requests = new ConcurrentQueue<string>();
        visitor.Page.Request += (_, request) => requests.Enqueue(request.Url);

        await visitor.Page.EvaluateAsync(
            "dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })); fetch('/health/live')"
        );

        await Assertions.Expect(new CompaniesPage(visitor).Heading).ToBeVisibleAsync();
        await Poll.UntilAsync(
            "a request that was sent afterwards",
            AtOnce,
            () => Task.FromResult(requests.IsEmpty ? "none" : null),
            TestContext.Current.CancellationToken
        );
        Assert.DoesNotContain(requests, static url => url.Contains("disconnect", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_lost_circuit_waits_for_its_page_to_reconnect_and_is_given_back_within_a_minute()
    {
        await using var console = await HostedConsole.StartAsync(keepsLostCircuits: true);
        using var circuits = new CircuitCounter();
        await using var visitor = await chromium.SignInAsync(console.Address);
        var line = await Line.ThroughAsync(visitor);
        await visitor.OpenAsync(visitor.Page.Url);
        await ExpectAsync(circuits, 1, AtOnce);
        await visitor.Page.EvaluateAsync("document.body.dataset.first = 'true'");

        // Without its WebSocket the client script would go on over requests.
        await visitor.Page.RouteAsync(IsOfCircuit, static route => route.AbortAsync());
        await line.CutAsync();
        var since = Stopwatch.GetTimestamp();
        await ExpectAsync(circuits, 0, TimeSpan.FromMinutes(1));
        Assert.True(
            Stopwatch.GetElapsedTime(since) > Retries,
            $"The circuit was given up after {Stopwatch.GetElapsedTime(since).TotalSeconds:0} s."
        );

        // The page finds its circuit gone, and begins anew.
        line.Mend();
        await visitor.Page.UnrouteAsync(IsOfCircuit);
        await Assertions
            .Expect(visitor.Page.Locator("body[data-first]"))
            .ToHaveCountAsync(0, new() { Timeout = 45_000 });
        await visitor.ExpectLiveAsync();
        await Assertions.Expect(new CompaniesPage(visitor).Heading).ToBeVisibleAsync();
        await ExpectAsync(circuits, 1, AtOnce);
    }

    private static bool IsOfCircuit(string url) => url.Contains("/_blazor", StringComparison.Ordinal);

    private static async Task LeaveAsync(IPage tab, Leaving leaving)
    {
        switch (leaving)
        {
            case Leaving.ClosingTheTab:
                await tab.CloseAsync();
                break;
            case Leaving.OpeningAnotherSite:
                await tab.GotoAsync("about:blank");
                break;
            default:
                await tab.ReloadAsync();
                break;
        }
    }

    private static Task ExpectLiveAsync(IPage tab) =>
        Assertions.Expect(tab.Locator("main:not([inert])")).ToHaveCountAsync(1);

    private static Task ExpectAsync(CircuitCounter circuits, long expected, TimeSpan patience) =>
        Poll.UntilAsync(
            $"{expected} circuits",
            patience,
            () => Task.FromResult(circuits.Active == expected ? null : $"{circuits.Active} circuits"),
            TestContext.Current.CancellationToken
        );
}
