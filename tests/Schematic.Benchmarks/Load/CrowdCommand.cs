using System.Globalization;
using Schematic.Benchmarks.Growth;

namespace Schematic.Benchmarks.Load;

/// <summary>
/// How much longer pages of the console and checks of one key take while others flood the server: 256 connections with
/// checks of another key, 16 with the impact of rules, 32 strangers at sign-in. Each crowd alone, and all together.
/// The crowds are in a process of their own. Works on a copy of a seeded store, to which it adds a member, a key and a
/// flag.
/// </summary>
internal static class CrowdCommand
{
    private const double MaxRatio = 5;
    private const string OtherKey = "sch_prod_crowd0123456789abcdefghijklmnopq";
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(10);

    /// <returns>Whether every goal was met.</returns>
    public static async Task<bool> RunAsync(StoreOptions options)
    {
        if (options.Console is not { } console)
            throw new BenchmarkException("crowd needs --console <path to Schematic.Dashboard.dll>.");
        await ConsoleMember.AddAsync(options, OtherKey);
        var (api, pages) = (LoadCommand.FreeAddress(), LoadCommand.FreeAddress());
        await using var server = await ServerProcess.StartAsync(
            console,
            [
                .. options.ServerArguments,
                $"--Api:Urls={api}",
                $"--urls={pages}",
                // Strangers have many addresses: here they have one.
                "--RateLimits:WrongSignInsPerMinute=1000000",
            ],
            new Uri(pages, "/health/live")
        );
        var flag = await CheckedFlag.MakeAsync(api);
        using var crowd = new Crowd(api, pages, StoreOptions.ApiKey) { FlagKey = flag.Key, FlagId = flag.Id };
        using var bystander = Client(api);
        bystander.DefaultRequestHeaders.Add("X-Schematic-Api-Key", OtherKey);
        using var visitor = new ConsoleVisitor(pages);
        await visitor.SignInAsync(ConsoleMember.Email, ConsoleMember.Password);
        var table = new GrowthTable();

        await MeasureAsync(Turn);
        var quiet = await MeasureAsync(Turn);
        Write("nothing beside", quiet, null);
        foreach (var (kind, (name, _)) in crowd.Kinds.Index())
        {
            using var flood = Flood.Start(kind, api, pages, crowd);
            await Task.Delay(TimeSpan.FromSeconds(2), CancellationToken.None);
            var loaded = await MeasureAsync(Turn);
            Write(name, loaded, await flood.EndAsync());
        }

        return table.AllMet;

        async Task<(Sample Pages, Sample Lists, Sample Checks)> MeasureAsync(TimeSpan turn)
        {
            var pageTimes = Sample.TakeAsync(1, TimeSpan.Zero, turn, int.MaxValue, _ => visitor.VisitAsync());
            var checkTimes = Sample.TakeAsync(1, TimeSpan.Zero, turn, int.MaxValue, _ => crowd.CheckAsync(bystander));
            var listTimes = Sample.TakeAsync(1, TimeSpan.Zero, turn, int.MaxValue, _ => ListAsync(bystander));
            return (await pageTimes, await listTimes, await checkTimes);
        }

        void Write(string when, (Sample Pages, Sample Lists, Sample Checks) times, string? answered)
        {
            foreach (
                var (what, now, before) in new[]
                {
                    ("page of companies", times.Pages, quiet.Pages),
                    ("list of 50 companies", times.Lists, quiet.Lists),
                    ("check of another key", times.Checks, quiet.Checks),
                }
            )
                table.AtMost(
                    $"{what}, p99 against quiet",
                    when,
                    MaxRatio,
                    now.Percentile(99) / before.Percentile(99),
                    "×",
                    Text($"p50 {now.Percentile(50):0.0} ms, p99 {now.Percentile(99):0.0} ms of {now.Count}; {answered}")
                );
        }
    }

    // What the page asks for.
    private static async Task ListAsync(HttpClient http)
    {
        using var answer = await http.GetAsync(new Uri("/companies?limit=50", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
    }

    private static HttpClient Client(Uri address) =>
        new(new SocketsHttpHandler { UseCookies = false, UseProxy = false }) { BaseAddress = address };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
