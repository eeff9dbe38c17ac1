using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Schematic.E2E.Browser;

/// <summary>One person at one browser, and everything that went wrong there while they looked.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private static readonly Lazy<string> Axe = new(static () => new BundledAxeScriptProvider().GetScript());

    // What axe finds, with the figures it found it by.
    private const string RunAxe = """
        async (runOnly) => {
          const { violations } = await axe.run(document, { runOnly, resultTypes: ["violations"] });
          return violations.flatMap(found => found.nodes.map(node => `${found.impact} ${found.id}: ${node.failureSummary}\n    ${node.html}`));
        }
        """;

    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    internal Visitor(Uri console, IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        Watch(console, page);
        context.Page += (_, another) => Watch(console, another);
    }

    public IPage Page { get; }

    /// <summary>The browser's profile: its cookies, and its other tabs.</summary>
    public IBrowserContext Profile => _context;

    /// <summary>Opens an address of the console and waits until the page reacts to clicks.</summary>
    public async Task OpenAsync(string address)
    {
        await Page.GotoAsync(address);
        await ExpectLiveAsync();
    }

    /// <summary>Prerendered, a page can be read but not touched; the circuit makes it anew.</summary>
    public Task ExpectLiveAsync() => Assertions.Expect(Page.Locator("main[inert]")).ToHaveCountAsync(0);

    /// <summary>
    /// Fails with whatever the browser complained about since it was last asked: errors and warnings of scripts, 500s,
    /// strange hosts.
    /// </summary>
    /// <param name="expected">Part of the one complaint that belongs to what is tried.</param>
    public void ExpectNoFaults(string? expected = null)
    {
        List<string> faults;
        lock (_faults)
        {
            faults =
            [
                .. _faults.Where(fault => expected is null || !fault.Contains(expected, StringComparison.Ordinal)),
            ];
            _faults.Clear();
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>
    /// Enlarges the page to 200 %: half as many pixels in each direction, each drawn with four of the screen, until the
    /// answer is disposed of.
    /// </summary>
    public async Task<IAsyncDisposable> EnlargeAsync(Screen screen)
    {
        var metrics = await _context.NewCDPSessionAsync(Page);
        await metrics.SendAsync(
            "Emulation.setDeviceMetricsOverride",
            new()
            {
                ["width"] = screen.Width / 2,
                ["height"] = screen.Height / 2,
                ["deviceScaleFactor"] = 2,
                ["mobile"] = false,
            }
        );
        await Page.WaitForFunctionAsync("width => innerWidth === width && devicePixelRatio === 2", screen.Width / 2);
        return new Enlargement(metrics);
    }

    /// <summary>Fails with every barrier axe finds on the page as it stands. Nothing is excepted.</summary>
    public Task ExpectAccessibleAsync() =>
        ExpectAccessibleAsync("tag", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /// <summary>The part of <see cref="ExpectAccessibleAsync()"/> that depends on the colours.</summary>
    public Task ExpectReadableAsync() => ExpectAccessibleAsync("rule", "color-contrast", "link-in-text-block");

    /// <summary>
    /// Fails where the page is wider than the screen, so that a person must scroll sideways to read it.
    /// </summary>
    public async Task ExpectNoSidewaysScrollAsync() =>
        Assert.Equal(
            0,
            await Page.EvaluateAsync<int>(
                "() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"
            )
        );

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private static bool IsOf(Uri console, string url) =>
        url.StartsWith("data:", StringComparison.Ordinal)
        || url.StartsWith("blob:", StringComparison.Ordinal)
        || new Uri(url).Authority == console.Authority;

    private async Task ExpectAccessibleAsync(string type, params string[] values)
    {
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window"))
            await Page.EvaluateAsync(Axe.Value);
        var barriers = await Page.EvaluateAsync<string[]>(RunAxe, new { type, values });
        Assert.True(barriers.Length == 0, string.Join('\n', barriers));
    }

    private void Watch(Uri console, IPage page)
    {
        page.Console += (_, message) =>
            Note(message.Type is "error" or "warning", $"console {message.Type}: {message.Text}");
        page.PageError += (_, error) => Note(true, $"script: {error}");
        page.Response += (_, response) => Note(response.Status >= 500, $"{response.Status} from {response.Url}");
        page.Request += (_, request) => Note(!IsOf(console, request.Url), $"a request to another host: {request.Url}");
    }

    private void Note(bool isFault, string fault)
    {
        lock (_faults)
        {
            if (isFault)
                _faults.Add(fault);
        }
    }

    private sealed class Enlargement(ICDPSession metrics) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await metrics.SendAsync("Emulation.clearDeviceMetricsOverride");
            await metrics.DetachAsync();
        }
    }
}
