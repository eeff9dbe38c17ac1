using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Schematic.Benchmarks.Load;

/// <summary>
/// Checks over HTTP beside an endpoint that does nothing, turn by turn in one run: the machine's mood meets both. And
/// how long it takes to say whom a change of rules affects. Works on a copy of a seeded store; it adds flags to it.
/// </summary>
internal static class ChecksCommand
{
    private const int Flags = 100;
    private const int Clients = 16;
    private const int Rounds = 5;
    private const double MinOfEmpty = 0.6;
    private const double MinOfSame = 0.5;
    private const double MaxImpactSeconds = 5;
    private const double CompaniesOfGoal = 100_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(3);

    /// <returns>Whether every goal was met.</returns>
    public static async Task<bool> RunAsync(StoreOptions options)
    {
        var address = LoadCommand.FreeAddress();
        await using var server = await ServerProcess.StartAsync(
            Path.Combine(AppContext.BaseDirectory, "Schematic.Api.dll"),
            [.. options.ServerArguments, $"--Api:Urls={address}", "--RateLimits:ChecksPerSecond=10000000"],
            new Uri(address, "/health/ready")
        );
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Add("X-Schematic-Api-Key", StoreOptions.ApiKey);
        var flags = await MakeFlagsAsync(http);
        var body = Encoding.UTF8.GetBytes("""{"company":{"benchmark":"checks"}}""");

        var all = await http.PostAsync("/flags/check", new ByteArrayContent(body));
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, await all.Content.ReadAsByteArrayAsync());
        var emptyAddress = LoadCommand.FreeAddress();
        await using var empty = await ServerProcess.StartAsync(
            Path.Combine(AppContext.BaseDirectory, "Schematic.Benchmarks.dll"),
            ["empty", emptyAddress.ToString(), file],
            emptyAddress
        );

        var single = await CompareAsync(server, $"/flags/{flags[0].Key}/check", empty, "/", body);
        var everything = await CompareAsync(server, "/flags/check", empty, "/same", body);
        var impact = await ImpactAsync(http, flags[0]);
        var bytes = new FileInfo(file).Length;
        File.Delete(file);

        Console.WriteLine("| what | goal | measured | verdict | per second | compared with |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        return Write(
                "POST /flags/{key}/check, 3 rules of 3 conditions",
                MinOfEmpty,
                single,
                "an endpoint that does nothing"
            )
            & Write(
                $"POST /flags/check, {Flags} flags of 3 conditions, {bytes:N0} bytes",
                MinOfSame,
                everything,
                "an endpoint that sends the same bytes"
            )
            & WriteImpact(impact);
    }

    private static async Task<IReadOnlyList<(string Id, string Key)>> MakeFlagsAsync(HttpClient http)
    {
        var traits = new Dictionary<string, object>
        {
            ["plan_level"] = 3,
            ["region"] = "eu",
            ["trial"] = false,
        };
        var company = await SendAsync(
            http,
            HttpMethod.Post,
            "/companies",
            new
            {
                keys = new { benchmark = "checks" },
                name = "Checks",
                traits,
            }
        );
        var ids = company
            .GetProperty("entity_traits")
            .EnumerateArray()
            .ToDictionary(
                static trait => trait.GetProperty("definition").GetProperty("display_name").GetString()!,
                static trait => trait.GetProperty("definition_id").GetString()!
            );
        object[] conditions =
        [
            Condition(ids["plan_level"], "gte", "2"),
            Condition(ids["region"], "eq", "eu"),
            Condition(ids["trial"], "eq", "true"),
        ];
        var flags = new List<(string Id, string Key)>();
        var tag = Guid.NewGuid().ToString("n")[..8];
        for (var i = 0; i < Flags; i++)
        {
            var flag = await SendAsync(
                http,
                HttpMethod.Post,
                "/flags",
                new
                {
                    key = $"bench-{tag}-{i}",
                    name = "Benchmark",
                    description = "",
                    flag_type = "boolean",
                    default_value = false,
                }
            );
            // The first has three rules, none of which matches: the longest way through.
            var rules = Enumerable
                .Range(0, i == 0 ? 3 : 1)
                .Select(n => new
                {
                    name = $"Rule {n}",
                    priority = n,
                    value = true,
                    conditions,
                    condition_groups = Array.Empty<object>(),
                });
            await SendAsync(http, HttpMethod.Put, $"/flags/{flag.GetProperty("id").GetString()}/rules", new { rules });
            flags.Add((flag.GetProperty("id").GetString()!, flag.GetProperty("key").GetString()!));
        }

        return flags;
    }

    private static object Condition(string traitId, string comparison, string value) =>
        new
        {
            condition_type = "trait",
            @operator = comparison,
            resource_ids = Array.Empty<string>(),
            trait_id = traitId,
            trait_value = value,
        };

    private static async Task<JsonElement> SendAsync(HttpClient http, HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonElement.Parse(text).GetProperty("data")
            : throw new BenchmarkException($"{method} {path} answered {(int)answer.StatusCode}: {text}");
    }

    /// <summary>Requests per second of both, and the median of the ratios of the turns.</summary>
    private static async Task<(double PerSecond, double OfOther, double Ratio)> CompareAsync(
        ServerProcess server,
        string path,
        ServerProcess empty,
        string otherPath,
        byte[] body
    )
    {
        using var client = new RawClient(server.Address);
        using var other = new RawClient(empty.Address);
        await Sample.TakeAsync(Clients, TimeSpan.Zero, WarmUp, int.MaxValue, _ => client.PostAsync(path, body));
        await Sample.TakeAsync(Clients, TimeSpan.Zero, WarmUp, int.MaxValue, _ => other.PostAsync(otherPath, body));
        var turns = new List<(double PerSecond, double OfOther)>();
        for (var round = 0; round < Rounds; round++)
        {
            var mine = await Sample.TakeAsync(
                Clients,
                TimeSpan.Zero,
                Turn,
                int.MaxValue,
                _ => client.PostAsync(path, body)
            );
            var theirs = await Sample.TakeAsync(
                Clients,
                TimeSpan.Zero,
                Turn,
                int.MaxValue,
                _ => other.PostAsync(otherPath, body)
            );
            turns.Add((mine.PerSecond, theirs.PerSecond));
        }

        var median = turns.OrderBy(static turn => turn.PerSecond / turn.OfOther).ElementAt(Rounds / 2);
        return (median.PerSecond, median.OfOther, median.PerSecond / median.OfOther);
    }

    private static async Task<(double Seconds, long Companies, int Requests)> ImpactAsync(
        HttpClient http,
        (string Id, string Key) flag
    )
    {
        var rules = new[]
        {
            new
            {
                name = "All",
                priority = 1,
                value = true,
                conditions = Array.Empty<object>(),
                condition_groups = Array.Empty<object>(),
            },
        };
        var clock = Stopwatch.StartNew();
        string? cursor = null;
        var (companies, requests) = (0L, 0);
        do
        {
            object body = cursor is null ? new { rules } : new { rules, cursor };
            var answer = await SendAsync(http, HttpMethod.Post, $"/flags/{flag.Id}/impact", body);
            companies += answer.GetProperty("examined").GetInt64();
            requests++;
            cursor = answer.GetProperty("next_cursor").GetString();
        } while (cursor is not null);
        return (clock.Elapsed.TotalSeconds, companies, requests);
    }

    private static bool Write(
        string what,
        double goal,
        (double PerSecond, double OfOther, double Ratio) measured,
        string other
    )
    {
        Console.WriteLine(
            Text(
                $"| {what} | ≥ {goal} × | {measured.Ratio:0.00} × | {Verdict(measured.Ratio >= goal)} | {measured.PerSecond:N0} | {measured.OfOther:N0} of {other} |"
            )
        );
        return measured.Ratio >= goal;
    }

    private static bool WriteImpact((double Seconds, long Companies, int Requests) impact)
    {
        var seconds = impact.Seconds * CompaniesOfGoal / impact.Companies;
        Console.WriteLine(
            Text(
                $"| impact of rules, {impact.Companies:N0} companies in {impact.Requests} requests | ≤ {MaxImpactSeconds} s for 100,000 | {seconds:0.0} s | {Verdict(seconds <= MaxImpactSeconds)} | {impact.Companies / impact.Seconds:N0} companies | {impact.Seconds:0.0} s in all |"
            )
        );
        return seconds <= MaxImpactSeconds;
    }

    private static string Verdict(bool holds) => holds ? "holds" : "**misses**";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
