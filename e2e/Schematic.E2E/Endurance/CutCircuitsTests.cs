using System.Diagnostics;
using System.Globalization;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Browser;
using Schematic.Testing.Circuits;
using Schematic.Testing.Processes;

namespace Schematic.E2E.Endurance;

/// <summary>Circuits that are opened and cut by the hundred.</summary>
public sealed class CutCircuitsTests(Chromium chromium, ITestOutputHelper output)
{
    private const int Circuits = 200;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    [Trait("Category", "Long")]
    public async Task Two_hundred_circuits_that_are_cut_give_their_memory_back_within_a_minute()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var console = await HostedConsole.StartAsync(
            keepsLostCircuits: true,
            new("Console:CircuitsPerMember", "1000"),
            new("Console:CircuitsPerAddress", "1000")
        );
        using var circuits = new CircuitCounter();
        string cookie;
        await using (var visitor = await chromium.SignInAsync(console.Address))
            cookie = await visitor.CookieAsync();
        using var gateway = console.Gateway();
        var key = await gateway.ApiKeys.WhoAmIAsync(cancellationToken);
        var path = DashboardUrls.Companies(Assert.Single(key.Data.Environments).Id);
        // The pools of the server grow with the most that were ever open at once.
        await OpenAndCutAsync(console, path, cookie, circuits);

        var before = Footprint.Measure();
        var (open, gone) = await OpenAndCutAsync(console, path, cookie, circuits);
        var after = Footprint.Measure();

        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"before: {before}\nopen: {open}\n{gone} later: {after}")
        );
        Assert.True(gone <= Minute, $"The last circuit ended after {gone}.");
        var (held, left) = (open.ManagedBytes - before.ManagedBytes, after.ManagedBytes - before.ManagedBytes);
        Assert.True(held > Circuits * 20_000, $"Only {held} bytes were held: no circuit was really opened.");
        Assert.True(left <= held / 10, $"{left} of {held} bytes are left.");
    }

    private static async Task<(Footprint Open, TimeSpan Gone)> OpenAndCutAsync(
        HostedConsole console,
        string path,
        string cookie,
        CircuitCounter circuits
    )
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await WaitForAsync(circuits, 0);
        var open = new List<RawCircuit>();
        using var visitor = console.Http(cookie);
        for (var number = 0; number < Circuits; number++)
            open.Add(await RawCircuit.OpenAsync(visitor, path, cancellationToken));
        await WaitForAsync(circuits, Circuits);
        var footprint = Footprint.Measure();

        open.ForEach(static circuit => circuit.Dispose());
        var since = Stopwatch.GetTimestamp();
        await WaitForAsync(circuits, 0);
        return (footprint, Stopwatch.GetElapsedTime(since));
    }

    private static Task WaitForAsync(CircuitCounter circuits, int count) =>
        Poll.UntilAsync(
            $"{count} circuits",
            Minute + TimeSpan.FromSeconds(15),
            () => Task.FromResult(circuits.Active == count ? null : $"{circuits.Active} circuits"),
            TestContext.Current.CancellationToken
        );
}
