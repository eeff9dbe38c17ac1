using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Schematic.Benchmarks.Growth;

namespace Schematic.Benchmarks.Load;

/// <summary>
/// Ten minutes of as many events as the server takes: its memory, and how quick checks stay. Before it, how soon after
/// its answer an event is seen in its counter while 2,000 others arrive each second.
/// </summary>
internal static class EventFloodCommand
{
    private const int PerSecond = 2000;
    private const int Minutes = 10;
    private const string Lagging =
        """{"event_type":"track","body":{"event":"lag","company":{"domain":"lag.example"}}}""";
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(20);

    /// <returns>Whether every goal was met.</returns>
    public static async Task<bool> RunAsync(StoreOptions options)
    {
        await using (await InProcessServer.StartAsync(options)) { }
        var address = LoadCommand.FreeAddress();
        await using var server = await ServerProcess.StartAsync(
            Path.Combine(AppContext.BaseDirectory, "Schematic.Api.dll"),
            [.. options.ServerArguments, $"--Api:Urls={address}"],
            new Uri(address, "/health/ready")
        );
        using var client = new RawClient(server.Address);
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Add("X-Schematic-Api-Key", StoreOptions.ApiKey);
        var traffic = new EventTraffic(client);
        var flag = await CreateFlagAsync(http);
        var table = new GrowthTable();
        var next = -1;

        await FloodAsync(TimeSpan.FromSeconds(30));
        var lags = await LagsAsync();
        table.AtMost("answer to counter, p99", Text($"{PerSecond:N0} events/s"), 250, Percentile(lags, 99), "ms");
        var quiet = await ChecksAsync(Quiet);
        Write("nothing beside", quiet, null);
        for (var minute = 1; minute <= Minutes; minute++)
        {
            var checks = ChecksAsync(TimeSpan.FromMinutes(1));
            var sent = await FloodAsync(TimeSpan.FromMinutes(1));
            Write(Text($"minute {minute}"), await checks, sent.PerSecond * EventTraffic.BatchSize);
        }

        return table.AllMet;

        Task<Sample> FloodAsync(TimeSpan duration) =>
            Sample.TakeAsync(
                EventTraffic.Clients,
                TimeSpan.Zero,
                duration,
                int.MaxValue,
                _ => traffic.SendBatchAsync(Interlocked.Increment(ref next))
            );

        Task<Sample> ChecksAsync(TimeSpan duration) =>
            Sample.TakeAsync(
                1,
                TimeSpan.Zero,
                duration,
                int.MaxValue,
                n =>
                    client.PostAsync(
                        $"/flags/{flag}/check",
                        JsonSerializer.SerializeToUtf8Bytes(
                            new { company = new { domain = Text($"company-{n % 1000}.example") } }
                        )
                    )
            );

        void Write(string when, Sample checks, double? events)
        {
            table.AtMost(
                "checks beside the flood, p99",
                when,
                null,
                checks.Percentile(99),
                "ms",
                Text($"p50 {checks.Percentile(50):0.00} ms, {events ?? 0:0} events/s, ")
                    + Text($"{server.MegabytesResident:0} MB resident")
            );
        }

        // A batch every so often, whether the last is answered or not, and one event after the other whose counter is
        // read until it has moved.
        async Task<List<double>> LagsAsync()
        {
            using var stop = new CancellationTokenSource(WarmUp + WarmUp);
            var background = Task.Run(async () =>
            {
                using var timer = new PeriodicTimer(TimeSpan.FromSeconds((double)EventTraffic.BatchSize / PerSecond));
                var sending = new List<Task>();
                while (!stop.IsCancellationRequested && await timer.WaitForNextTickAsync())
                    sending.Add(traffic.SendBatchAsync(Interlocked.Increment(ref next)));
                await Task.WhenAll(sending);
            });
            var lags = new List<double>();
            var counted = await CountedAsync();
            while (!stop.IsCancellationRequested)
            {
                using var content = new StringContent(Lagging, null, "application/json");
                using var answer = await http.PostAsync(new Uri("/events", UriKind.Relative), content);
                answer.EnsureSuccessStatusCode();
                var clock = Stopwatch.StartNew();
                counted++;
                while (await CountedAsync() < counted) { }
                lags.Add(clock.Elapsed.TotalMilliseconds);
            }

            await background;
            return lags;
        }

        async Task<long> CountedAsync()
        {
            using var answer = await http.GetAsync(
                new Uri("/companies/lookup?keys[domain]=lag.example", UriKind.Relative)
            );
            if (!answer.IsSuccessStatusCode)
                return 0;
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
            return body.GetProperty("data")
                .GetProperty("metrics")
                .EnumerateArray()
                .Where(static metric => metric.GetProperty("period").GetString() == "all_time")
                .Sum(static metric => metric.GetProperty("value").GetInt64());
        }
    }

    private static async Task<string> CreateFlagAsync(HttpClient http)
    {
        var key = Text($"flood-{Guid.NewGuid():n}");
        using var answer = await http.PostAsJsonAsync(
            new Uri("/flags", UriKind.Relative),
            new
            {
                key,
                name = key,
                description = "",
                flag_type = "boolean",
                default_value = true,
            }
        );
        answer.EnsureSuccessStatusCode();
        return key;
    }

    private static double Percentile(List<double> samples, int percent) =>
        samples.Order().ElementAt(samples.Count * percent / 100);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
