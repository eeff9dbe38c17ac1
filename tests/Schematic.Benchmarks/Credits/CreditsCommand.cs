using Schematic.Benchmarks.Growth;

namespace Schematic.Benchmarks.Credits;

/// <summary>Draws of credits by events, and how fast balances and a long ledger are read.</summary>
internal static class CreditsCommand
{
    /// <returns>Whether every goal was met.</returns>
    public static async Task<bool> RunAsync(StoreOptions options)
    {
        var table = new GrowthTable();
        if (options.Only is null or "draws")
            await new CreditDraws(options, table).RunAsync();
        if (options.Only is null or "pages")
            await new CreditPages(options, table).RunAsync();
        return table.AllMet;
    }
}
