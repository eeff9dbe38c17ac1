using Microsoft.Playwright;
using Schematic.E2E.Browser;

[assembly: AssemblyFixture(typeof(Chromium))]
// One browser, and a machine of two cores: journeys that run beside each other only wait for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Schematic.E2E.Browser;

/// <summary>The machine's own Chromium, started once for all journeys.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Variable = "CHROMIUM_PATH";

    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/snap/bin/chromium",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        // What is expected comes at once or not at all; the patience is for a machine that is busy with something else.
        Assertions.SetDefaultExpectTimeout(15_000);
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = FindExecutable(),
                // The last four keep the browser from talking to anyone but the console.
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A new visitor: no history, and no cookies but those of <paramref name="state"/>.</summary>
    /// <param name="state">What <see cref="IBrowserContext.StorageStateAsync"/> of another visitor gave.</param>
    public async Task<Visitor> VisitAsync(
        Uri console,
        Screen? screen = null,
        ColorScheme colors = ColorScheme.Light,
        string? state = null
    )
    {
        var (width, height) = screen ?? Screen.Desktop;
        var context = await _browser!.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = console.ToString(),
                ColorScheme = colors,
                Locale = "en-GB",
                ReducedMotion = ReducedMotion.Reduce,
                StorageState = state,
                ViewportSize = new ViewportSize { Width = width, Height = height },
            }
        );
        return new Visitor(console, context, await context.NewPageAsync());
    }

    private static string FindExecutable()
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        var candidates = string.IsNullOrEmpty(named) ? Places : [named];
        return candidates.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                $"Chromium is not installed, and these tests drive it. Install it (Debian: apt-get install chromium), or set {Variable} to the path of a Chromium or Chrome."
            );
    }
}
