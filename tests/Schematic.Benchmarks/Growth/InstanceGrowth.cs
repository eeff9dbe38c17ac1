using System.Diagnostics;
using System.Globalization;
using System.Text;
using Npgsql;
using Schematic.Benchmarks.Load;

namespace Schematic.Benchmarks.Growth;

/// <summary>
/// One to three instances on one PostgreSQL: when another sees a change, what a check costs, and what an idle instance
/// asks of the database.
/// </summary>
internal sealed class InstanceGrowth(StoreOptions options, GrowthTable table)
{
    private const int Largest = 3;
    private const int Changes = 150;
    private const int Clients = 16;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan TooLate = TimeSpan.FromSeconds(10);

    public async Task RunAsync()
    {
        var servers = new List<ServerProcess>();
        try
        {
            for (var size = 1; size <= Largest; size++)
            {
                servers.Add(await GrowthCommand.StartAsync(options));
                await MeasureAsync(servers, size.ToString(CultureInfo.InvariantCulture));
            }
        }
        finally
        {
            foreach (var server in servers)
                await server.DisposeAsync();
        }
    }

    private async Task MeasureAsync(List<ServerProcess> servers, string size)
    {
        using var here = new GrowingFlags(servers[0].Address);
        await here.GrowToAsync(1);
        if (servers.Count > 1)
            await MeasureVisibilityAsync(here, servers[^1], size);
        await MeasureCostAsync(servers, here.All[0].Key, size);
        table.AtMost(
            "transactions of an idle instance",
            size,
            null,
            await IdleTransactionsAsync() / servers.Count,
            "a second"
        );
    }

    private async Task MeasureVisibilityAsync(GrowingFlags here, ServerProcess server, string size)
    {
        using var there = new GrowingFlags(server.Address);
        var (id, key) = here.All[0];
        // What is measured is not its start.
        for (var i = 0; i < Changes; i++)
            await there.CheckAsync(key);
        var milliseconds = new List<double>();
        for (var i = 0; i < Changes; i++)
        {
            var value = i % 2 == 0;
            await here.SaveAsync(id, value);
            var clock = Stopwatch.StartNew();
            while (await there.CheckAsync(key) != value)
            {
                if (clock.Elapsed > TooLate)
                    throw new BenchmarkException($"A change was not seen within {TooLate.TotalSeconds} s.");
            }

            milliseconds.Add(clock.Elapsed.TotalMilliseconds);
            // Not in step with the polls.
            await Task.Delay(Random.Shared.Next(200));
        }

        milliseconds.Sort();
        table.AtMost(
            "a change is seen by another instance, p99",
            size,
            500,
            milliseconds[milliseconds.Count * 99 / 100],
            "ms",
            string.Create(CultureInfo.InvariantCulture, $"p50 {milliseconds[milliseconds.Count / 2]:0} ms")
        );
        table.AtMost("the same, longest", size, 1000, milliseconds[^1], "ms");
    }

    private async Task MeasureCostAsync(List<ServerProcess> servers, string key, string size)
    {
        using var client = new RawClient(servers[0].Address);
        var body = Encoding.UTF8.GetBytes("""{"company":{"benchmark":"growth"}}""");
        await Sample.TakeAsync(Clients, TimeSpan.Zero, Turn, int.MaxValue, CheckAsync);
        var used = servers[0].ProcessorTime;
        var sample = await Sample.TakeAsync(Clients, TimeSpan.Zero, Turn, int.MaxValue, CheckAsync);
        table.AtMost(
            "processor time of a check",
            size,
            null,
            (servers[0].ProcessorTime - used).TotalMicroseconds / sample.Count,
            "µs",
            string.Create(CultureInfo.InvariantCulture, $"{sample.PerSecond:N0} a second")
        );

        Task CheckAsync(int n) => client.PostAsync($"/flags/{key}/check", body);
    }

    private async Task<double> IdleTransactionsAsync()
    {
        // What the checks have left to write.
        await Task.Delay(TimeSpan.FromSeconds(3));
        var before = await TransactionsAsync();
        await Task.Delay(Idle);
        return (await TransactionsAsync() - before) / Idle.TotalSeconds;
    }

    private async Task<long> TransactionsAsync()
    {
        await using var connection = new NpgsqlConnection(options.Connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()",
            connection
        );
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
