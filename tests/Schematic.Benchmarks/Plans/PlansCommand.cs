using Schematic.Benchmarks.Growth;

namespace Schematic.Benchmarks.Plans;

/// <summary>
/// What plans, entitlements and overrides cost those who check flags and those who look at companies.
/// </summary>
internal static class PlansCommand
{
    /// <returns>Whether every goal was met.</returns>
    public static async Task<bool> RunAsync(StoreOptions options)
    {
        var table = new GrowthTable();
        if (Wants(options, "checks"))
            await new PlanChecks(options, table).RunAsync();
        if (Wants(options, "change"))
            await new PlanChange(options, table).RunAsync();
        if (Wants(options, "pages"))
            await new PlanPages(options, table).RunAsync();
        return table.AllMet;
    }

    private static bool Wants(StoreOptions options, string what) => options.Only is null || options.Only == what;
}
