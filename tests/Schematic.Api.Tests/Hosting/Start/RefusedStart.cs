using System.Globalization;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;

namespace Schematic.Api.Tests.Hosting.Start;

/// <summary>A program that was started for real, and has said why it does not start.</summary>
/// <param name="Reasons">The lines of the block, without their indent.</param>
internal sealed record RefusedStart(ServerProgram Program, IReadOnlyList<string> Reasons)
{
    /// <summary>Starts both programs with these settings, and fails unless both refuse as they should.</summary>
    public static async Task<IReadOnlyList<RefusedStart>> BothAsync(
        params IReadOnlyList<(string Name, string Value)> settings
    ) => await Task.WhenAll(RunAsync(ServerProgram.Api, settings), RunAsync(ServerProgram.Console, settings));

    /// <summary>Starts a program, and fails unless it ends with one block of plain words.</summary>
    public static async Task<RefusedStart> RunAsync(
        ServerProgram program,
        params IReadOnlyList<(string Name, string Value)> settings
    )
    {
        var all = settings.ToDictionary(static setting => setting.Name, static setting => setting.Value);
        all.TryAdd("Api:Urls", Address(FreePort.Next()));
        if (program == ServerProgram.Console)
            all.TryAdd("urls", Address(FreePort.Next()));
        await using var process = ChildProcess.Start([
            "dotnet",
            ServerProcess.PathTo(program),
            .. all.Select(static setting => $"--{setting.Key}={setting.Value}"),
        ]);
        var code = await process
            .WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.True(code == 1, $"{code}: {process.Output}");
        var lines = process.Output.Split('\n').ToList();
        var block = lines.IndexOf("Schematic cannot start:");
        Assert.True(block >= 0, process.Output);
        Assert.DoesNotMatch(@"\wException\b|^\s+at ", process.Output);
        Assert.All(lines[(block + 1)..], static line => Assert.StartsWith("  ", line, StringComparison.Ordinal));
        return new RefusedStart(program, [.. lines[(block + 1)..].Select(static line => line.Trim())]);
    }

    public static string Address(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
}
