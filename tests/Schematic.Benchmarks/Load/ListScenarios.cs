namespace Schematic.Benchmarks.Load;

/// <summary>Pages of companies: every order from both ends, the last page, and searches in other orders.</summary>
internal static class ListScenarios
{
    private const double MaxFirstPage = 60;
    private const double MaxDeepPage = 100;
    private static readonly string[] Columns = ["created_at", "name", "last_seen_at", "updated_at"];
    private static readonly string[] Directions = ["asc", "desc"];

    /// <summary>Words that all, 4 %, few and no companies hold, and a letter that many names begin with.</summary>
    private static readonly string[] Words = ["example", "robotics", "vekaro", "zzqqxxyy", "v"];

    public static IEnumerable<Scenario> All(int companies) =>
        from column in Columns
        from direction in Directions
        let order = $"&sort_order_column={column}&sort_order_direction={direction}"
        let name = $"{column} {direction}"
        from scenario in (Scenario[])
            [
                Page($"list: first page, {name}", order, MaxFirstPage),
                Page($"list: last page, {name}", $"{order}&offset={companies - 50}", MaxDeepPage),
                .. Words.Select(word => Page($"list: first page of {word}, {name}", $"{order}&q={word}", MaxFirstPage)),
            ]
        select scenario;

    private static Scenario Page(string name, string query, double goal) =>
        new(name, (http, _) => http.GetAsync($"/companies?limit=50{query}"))
        {
            MaxP95Milliseconds = goal,
            Enough = 300,
        };
}
