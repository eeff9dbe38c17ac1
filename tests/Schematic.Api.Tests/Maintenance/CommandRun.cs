using Schematic.Api.Maintenance;

namespace Schematic.Api.Tests.Maintenance;

/// <summary>A command that has run in this process, and what it said.</summary>
internal sealed record CommandRun(int Code, string Output, string Error)
{
    /// <param name="settings">Those of the database, as a server is given them.</param>
    public static async Task<CommandRun> StartAsync(
        IReadOnlyDictionary<string, string> settings,
        params string[] command
    )
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var code = await Commands.RunAsync(
            [.. command, .. settings.Select(static setting => $"--{setting.Key}={setting.Value}")],
            consoleUrl: null,
            output,
            errors,
            TestContext.Current.CancellationToken
        );
        return new CommandRun(code, output.ToString(), errors.ToString());
    }

    /// <summary>Fails unless it did what it was asked for.</summary>
    public static async Task<string> SucceedAsync(IReadOnlyDictionary<string, string> settings, params string[] command)
    {
        var run = await StartAsync(settings, command);
        Assert.True(run.Code == 0 && run.Error.Length == 0, run.Error);
        return run.Output;
    }

    /// <summary>Fails unless it was refused in plain words.</summary>
    public static async Task<string> RefusedAsync(IReadOnlyDictionary<string, string> settings, params string[] command)
    {
        var run = await StartAsync(settings, command);
        Assert.True(run.Code == 1, $"{run.Code}: {run.Output}");
        Assert.Empty(run.Output);
        Assert.DoesNotMatch(@"\wException\b", run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        return run.Error;
    }
}
