using System.Globalization;
using Microsoft.Playwright;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;
using CompaniesListQuery = Schematic.Dashboard.Companies.CompaniesListQuery;

namespace Schematic.E2E.Speed;

/// <summary>How long a person waits for the next page of a long list.</summary>
public sealed class PageTurnTests(Chromium chromium, ITestOutputHelper output)
{
    /// <summary>
    /// The data folder of a SQLite store that was seeded with many companies and has no admin yet. It is copied, never
    /// changed.
    /// </summary>
    private const string Variable = "SCHEMATIC_SEEDED_DATA";

    private const int WarmUp = 20;
    private const int Turns = 100;
    private const double Limit = 150;

    // From the click to the frame in which the new rows are on the screen.
    private const string Turn = $$"""
        () => new Promise(done => {
          {{Waits.WhenPainted}}
          const first = () => document.querySelector('tbody a.cell-name')?.getAttribute('href');
          const isBusy = () => document.querySelector('table.grid')?.getAttribute('aria-busy') === 'true';
          const before = first();
          const started = performance.now();
          const watch = new MutationObserver(() => {
            if (first() === before || isBusy())
              return;
            watch.disconnect();
            whenPainted(started, done);
          });
          watch.observe(document.body, { subtree: true, childList: true, attributes: true });
          document.querySelector('[aria-label="Next page"]').click();
        })
        """;

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_page_of_a_long_list_is_turned_within_150_ms()
    {
        var seeded = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(
            string.IsNullOrEmpty(seeded),
            $"{Variable} names no folder. Seed a SQLite store with tests/Schematic.Benchmarks and name its data folder."
        );
        var data = Directory.CreateTempSubdirectory("schematic-seeded-");
        try
        {
            foreach (
                var file in Directory
                    .EnumerateFiles(seeded!, "schematic.db*")
                    .Where(static file => !file.EndsWith(".lock", StringComparison.Ordinal))
            )
                File.Copy(file, Path.Combine(data.FullName, Path.GetFileName(file)));
            await using var console = await ConsoleProcess.StartAsync(data.FullName);
            await using var visitor = await chromium.VisitAsync(console.Address);
            var companies = new CompaniesPage(visitor);
            await using var effort = await Effort.OfAsync(visitor, await console.Pid);
            await SetUpAsync(visitor, companies);

            var waits = await Waits.MeasureAsync(
                WarmUp,
                Turns,
                async turn =>
                {
                    if (turn == WarmUp)
                        await effort.BeginAsync();
                    return await visitor.Page.EvaluateAsync<double>(Turn);
                }
            );

            output.WriteLine($"{await companies.Range.InnerTextAsync()}: {waits}; {await effort.EndAsync(Turns)}");
            Assert.True(
                waits.P95 <= Limit,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"p95 of {Turns} page turns is {waits.P95:0} ms; at most {Limit:0} ms are allowed."
                )
            );
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    // Setting up adds an environment of its own; the seeded one is the other.
    private static async Task SetUpAsync(Visitor visitor, CompaniesPage companies)
    {
        const string own = "Only to sign in";
        var setUp = new SetUpPage(visitor);
        await visitor.OpenAsync("/");
        await setUp.SetUpAsync(own);
        await setUp.OpenConsole.ClickAsync();
        await Assertions.Expect(companies.Empty).ToBeVisibleAsync();
        await visitor.Page.GetByLabel("Environment:").ClickAsync();
        var seeded = await visitor
            .Page.Locator(".env-switch .menu-item:not([aria-current]):not(.menu-footer)")
            .First.GetAttributeAsync("href");
        await visitor.OpenAsync($"{seeded}{new CompaniesListQuery { Sort = CompaniesListQuery.Name.Sort }.ToUri()}");
        await Assertions.Expect(companies.Range).ToContainTextAsync("of ");
        await Assertions.Expect(companies.Names.First).ToBeVisibleAsync();
    }
}
