using Schematic.Benchmarks.Invented;

namespace Schematic.Benchmarks.Load;

/// <summary>What is measured on a store of <paramref name="companies"/>.</summary>
internal sealed class Scenarios(int companies)
{
    private const int WriteClients = 16;
    private static readonly TimeSpan WriteDuration = TimeSpan.FromSeconds(10);

    // Fresh numbers for each run: as many as there are milliseconds.
    private readonly int _firstNew = 100_000_000 + (int)(DateTimeOffset.UtcNow.ToUnixTimeSeconds() % 1_000_000 * 1000);

    private int DeepOffset => Math.Min(499_950, companies / 2);

    public static Scenario Empty { get; } = new("empty endpoint, 1 client", static (http, _) => http.GetAsync("/"));

    public static Scenario EmptyBusy { get; } =
        Empty with
        {
            Name = "empty endpoint, 16 clients",
            Clients = WriteClients,
            Enough = 100_000,
        };

    public IReadOnlyList<Scenario> All =>
        [
            new("look-up by key, 1 client", (http, n) => http.GetAsync($"/companies/lookup?domain={Some(n).Domain}"))
            {
                MaxP95Milliseconds = 5,
            },
            new("look-up by key, 16 clients", (http, n) => http.GetAsync($"/companies/lookup?crm_id={Some(n).CrmId}"))
            {
                Clients = WriteClients,
                Enough = 100_000,
            },
            Page("first page", "limit=50", 60),
            Page("page 10,000", $"limit=50&offset={DeepOffset}", 100),
            Page("first page by name", "limit=50&sort_order_column=name", 60),
            Page("page 10,000 by name", $"limit=50&sort_order_column=name&offset={DeepOffset}", 100),
            Page("page 10,000 by last seen", $"limit=50&sort_order_column=last_seen_at&offset={DeepOffset}", 100),
            Search("rare word", n => Some(n).Word),
            Search("one key value", n => Some(n).CrmId),
            Search("common word (4 %)", static _ => "robotics"),
            Search("two words", static _ => "robotics berlin"),
            Search("two letters", static _ => "ve"),
            Search("one letter", static _ => "w"),
            Search("word in every company", static _ => "example"),
            Search("word in none", static _ => "zzqqxxyy"),
            Search("common word, page 100", static _ => "robotics", "&offset=4950"),
            Search("common word by name", static _ => "robotics", "&sort_order_column=name"),
            Page("count of all", null, null),
            Page("count of a rare word", "q=vekaro", null, "/companies/count"),
            Page("count of a common word", "q=robotics", null, "/companies/count"),
            .. ListScenarios.All(companies),
            new(
                "upsert new, 16 clients",
                (http, n) =>
                    http.PostAsync(
                        "/companies",
                        InventedCompany.At(_firstNew + n, DateTimeOffset.UtcNow).ToUpsertBody()
                    )
            )
            {
                Clients = WriteClients,
                MinPerSecond = 1500,
                Duration = WriteDuration,
                Enough = int.MaxValue,
                WarmUp = TimeSpan.FromSeconds(3),
            },
            new(
                "upsert existing, 16 clients",
                (http, n) => http.PostAsync("/companies", Some(n).SeenAgain(n, DateTimeOffset.UtcNow).ToUpsertBody())
            )
            {
                Clients = WriteClients,
                MinPerSecond = 1500,
                Duration = WriteDuration,
                Enough = int.MaxValue,
                WarmUp = TimeSpan.FromSeconds(3),
            },
        ];

    private static Scenario Page(string name, string? query, double? goal, string path = "/companies") =>
        new(name, (http, _) => http.GetAsync(query is null ? "/companies/count" : $"{path}?{query}"))
        {
            MaxP95Milliseconds = goal,
            Enough = 300,
        };

    private static Scenario Search(string name, Func<int, string> q, string more = "") =>
        new($"search: {name}", (http, n) => http.GetAsync($"/companies?limit=50&q={Uri.EscapeDataString(q(n))}{more}"))
        {
            MaxP95Milliseconds = 150,
            Enough = 300,
        };

    // Multiplying by a prime scatters the numbers over the whole store.
    private InventedCompany Some(int n) =>
        InventedCompany.At((int)((n + 1) * 7_368_787L % companies), DateTimeOffset.UtcNow);
}
