namespace Schematic.Benchmarks.Load;

/// <summary>Memory of the whole console process, the API in it, with an empty store and nobody signed in.</summary>
internal static class IdleCommand
{
    private const double MaxMegabytes = 250;

    public static async Task<bool> RunAsync(StoreOptions options)
    {
        if (options.Console is not { } console)
            throw new BenchmarkException("idle needs --console <path to Schematic.Dashboard.dll>.");
        var data = Directory.CreateTempSubdirectory("schematic-idle");
        var (api, pages) = (LoadCommand.FreeAddress(), LoadCommand.FreeAddress());
        var table = new Table();
        await using (
            var server = await ServerProcess.StartAsync(
                console,
                [$"--Api:Urls={api}", $"--urls={pages}", $"--Data:Path={data.FullName}"],
                new Uri(api, "/health/ready")
            )
        )
        {
            await Task.Delay(TimeSpan.FromSeconds(15));
            table.AddMemory("console with API, idle", MaxMegabytes, server.MegabytesResident);
        }

        data.Delete(recursive: true);
        return table.AllMet;
    }
}
