using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Benchmarks.Growth;

namespace Schematic.Benchmarks.Load;

/// <summary>
/// Pages of events and charts of a year over a store that holds ten million events, which it fills in first if it is
/// empty.
/// </summary>
internal static class StoredEventsCommand
{
    private const long Events = 10_000_000;
    private const string Body = """{"event":"event","company":{"domain":"company.example"},"quantity":3}""";
    private const int AtOnce = 500_000;
    private const int Companies = 1000;
    private const int Days = 365;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    /// <returns>Whether every goal was met.</returns>
    public static async Task<bool> RunAsync(StoreOptions options)
    {
        var (company, feature) = await FillAsync(options);
        var address = LoadCommand.FreeAddress();
        await using var server = await ServerProcess.StartAsync(
            Path.Combine(AppContext.BaseDirectory, "Schematic.Api.dll"),
            [.. options.ServerArguments, $"--Api:Urls={address}"],
            new Uri(address, "/health/ready")
        );
        using var client = new RawClient(server.Address);
        var table = new GrowthTable();
        var now = DateTimeOffset.UtcNow;
        var span = $"start_time={Time(now.AddDays(-Days))}&end_time={Time(now)}";
        var year = $"{span}&granularity=daily&feature_id={feature}";
        var comp = Id("comp", 7);
        foreach (
            var (what, path, goal) in new[]
            {
                ("events, newest first", "/events?limit=50", 100),
                ("events of a company", $"/events?limit=50&company_id={comp}", 100),
                ("events of a name", "/events?limit=50&event_subtype=event-3", 100),
                ("events that failed (none)", "/events?limit=50&statuses=failed", 100),
                ("page 1,000 of events", "/events?limit=50&offset=50000", 100),
                ("a year of all companies, by day", $"/insights/feature-usage-timeseries?{year}", 150),
                ("a year of a company, by day", $"/feature-usage-timeseries?{year}&company_id={company}", 150),
            }
        )
        {
            var sample = await Sample.TakeAsync(1, WarmUp, Duration, int.MaxValue, _ => client.GetAsync(path));
            table.AtMost(
                what,
                "10,000,000 events",
                goal,
                sample.Percentile(95),
                "ms",
                string.Create(CultureInfo.InvariantCulture, $"p50 {sample.Percentile(50):0.0} ms")
            );
        }

        return table.AllMet;
    }

    private static string Time(DateTimeOffset time) => Uri.EscapeDataString(time.ToString("O"));

    private static string Id(string prefix, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}_{number:D26}");

    /// <returns>The ids of a company and a feature that have usage.</returns>
    private static async Task<(string Company, string Feature)> FillAsync(StoreOptions options)
    {
        await using var server = await InProcessServer.StartAsync(options);
        var database = server.Services.GetRequiredService<IDatabase>();
        var company = await PostAsync(server, "/companies", """{"keys":{"domain":"stored.example"}}""");
        int environmentSeq;
        long companySeq;
        await using (var db = database.OpenAccount())
        {
            environmentSeq = await db.ScalarAsync<int>(new SqlText($"SELECT min(seq) FROM environments"), default);
            companySeq = await db.ScalarAsync<long>(
                new SqlText($"SELECT seq FROM entities WHERE id = {company}"),
                default
            );
            if (await db.ScalarAsync<long>(new SqlText($"SELECT count(*) FROM usage"), default) > 0)
                return (company, await FeatureAsync(server));
        }

        var isSqlite = database.Dialect == SqlDialect.Sqlite;
        for (var from = 0L; from < Events; from += AtOnce)
        {
            var sql = InsertEvents(isSqlite, environmentSeq, from);
            await database.WriteAsync(environmentSeq, (db, token) => db.ExecuteAsync(sql, token), default);
            Console.Error.WriteLine($"{from + AtOnce:N0} events");
        }

        foreach (var (seq, grain, steps) in new[] { (0L, 1, Days * 24), (0L, 2, Days), (companySeq, 2, Days) })
        {
            var sql = InsertUsage(isSqlite, environmentSeq, seq, grain, steps);
            await database.WriteAsync(environmentSeq, (db, token) => db.ExecuteAsync(sql, token), default);
        }

        return (company, await FeatureAsync(server));
    }

    private static SqlText InsertEvents(bool isSqlite, int environmentSeq, long from)
    {
        var now = TimeProvider.System.Now();
        var step = (long)(TimeSpan.FromDays(Days - 1).TotalMicroseconds / Events);
        var last = from + AtOnce - 1;
        var series = isSqlite
            ? $"WITH RECURSIVE n(i) AS (SELECT {from} UNION ALL SELECT i + 1 FROM n WHERE i < {last})"
            : $"WITH n AS (SELECT i FROM generate_series({from}::bigint, {last}) i)";
        var at = isSqlite
            ? $"{SqlDialect.ToMicroseconds(now)} - i * {step}"
            : $"timestamptz '{now:O}' - i * interval '{step} microseconds'";
        string Name(string prefix, string number) =>
            isSqlite ? $"printf('{prefix}_%026d', {number})" : $"'{prefix}_' || lpad(({number})::text, 26, '0')";
        return new SqlText(
            $"""
            {new SqlLiteral(series)}
            INSERT INTO events (id, environment_seq, event_type, event_subtype, status, body, company_id, user_id,
                quantity, clock, captured_at, received_at, processed_at, day_after, total_after)
            SELECT {new SqlLiteral(Name("evt", "i"))}, {environmentSeq}, 'track', 'event-' || (i % 5), 4,
                {Body},
                {new SqlLiteral(Name("comp", $"(i * 7919) % {Companies}"))},
                {new SqlLiteral(Name("user", $"(i * 7919) % {3 * Companies}"))}, 3, 0,
                {new SqlLiteral(at)}, {new SqlLiteral(at)}, {new SqlLiteral(at)}, i, i
            FROM n
            """
        );
    }

    private static SqlText InsertUsage(bool isSqlite, int environmentSeq, long companySeq, int grain, int steps)
    {
        var start = new DateTimeOffset(DateTime.UtcNow.Date.AddDays(-Days), TimeSpan.Zero);
        var microseconds = (grain == 1 ? 3600L : 86400L) * 1_000_000;
        var series = isSqlite
            ? $"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {steps})"
            : $"WITH n AS (SELECT generate_series(0, {steps}) AS i)";
        var at = isSqlite
            ? $"{SqlDialect.ToMicroseconds(start)} + i * {microseconds}"
            : $"timestamptz '{start:O}' + i * interval '{microseconds} microseconds'";
        return new SqlText(
            $"""
            {new SqlLiteral(series)}
            INSERT INTO usage (environment_seq, company_seq, grain, event_subtype, starts_at, user_seq, quantity,
                events, first_at, last_at)
            SELECT {environmentSeq}, {companySeq}, {grain}, 'event-' || k, {new SqlLiteral(at)}, 0, 100 + i % 7, 30,
                {new SqlLiteral(at)}, {new SqlLiteral(at)}
            FROM n CROSS JOIN (SELECT 0 AS k UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4) names
            """
        );
    }

    private static Task<string> FeatureAsync(InProcessServer server) =>
        PostAsync(
            server,
            "/features",
            $$"""
            {"name":"Stored","description":"","feature_type":"event","event_subtype":"event-1","flag":
            {"key":"stored-{{Guid.NewGuid():n}}","name":"","description":"",
            "flag_type":"boolean","default_value":false} }
            """
        );

    private static async Task<string> PostAsync(InProcessServer server, string path, string json)
    {
        using var content = new StringContent(json);
        using var answer = await server.Http.PostAsync(path, content);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return body.TryGetProperty("data", out var data)
            ? data.GetProperty("id").GetString()!
            : throw new BenchmarkException($"POST {path}: {body}");
    }
}
