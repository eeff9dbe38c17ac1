using Schematic.Api.Persistence;
using Schematic.Benchmarks.Load;

namespace Schematic.Benchmarks.Growth;

/// <summary>
/// What becomes slower, or larger, as flags, companies that are stored or checked, and instances grow. Adds flags to
/// the store.
/// </summary>
internal static class GrowthCommand
{
    /// <returns>Whether every goal was met.</returns>
    public static async Task<bool> RunAsync(StoreOptions options)
    {
        var table = new GrowthTable();
        if (Wants(options, "flags"))
            await new FlagGrowth(options, table).RunAsync();
        if (Wants(options, "companies"))
            await new CompanyGrowth(options, table).RunAsync();
        if (Wants(options, "sizes"))
            await new SizeGrowth(options, table).RunAsync();
        if (options.Provider == DatabaseProvider.PostgreSql && Wants(options, "instances"))
            await new InstanceGrowth(options, table).RunAsync();
        return table.AllMet;
    }

    private static bool Wants(StoreOptions options, string what) => options.Only is null || options.Only == what;

    /// <summary>An API of its own on the store, with no limit of rates in its way.</summary>
    public static Task<ServerProcess> StartAsync(StoreOptions options)
    {
        var address = LoadCommand.FreeAddress();
        return ServerProcess.StartAsync(
            Path.Combine(AppContext.BaseDirectory, "Schematic.Api.dll"),
            [
                .. options.ServerArguments,
                $"--Api:Urls={address}",
                "--RateLimits:ChecksPerSecond=10000000",
                "--RateLimits:CorePerSecond=10000000",
            ],
            new Uri(address, "/health/ready")
        );
    }

    /// <summary>An endpoint that does nothing: what HTTP itself costs in this run.</summary>
    public static Task<ServerProcess> StartEmptyAsync()
    {
        var address = LoadCommand.FreeAddress();
        return ServerProcess.StartAsync(
            Path.Combine(AppContext.BaseDirectory, "Schematic.Benchmarks.dll"),
            ["empty", address.ToString()],
            address
        );
    }
}
