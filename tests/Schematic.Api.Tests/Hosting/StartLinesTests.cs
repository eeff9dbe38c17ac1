using System.Text.Json;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;

namespace Schematic.Api.Tests.Hosting;

public sealed class StartLinesTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task The_console_ends_its_start_with_where_to_go(DatabaseProvider provider)
    {
        await using var server = await ServerProcess.StartAsync(ServerProgram.Console, provider);

        var lines = await LastLinesAsync(server, 3);

        Assert.Equal($"Console: {Text(server.ConsoleAddress)}", lines[0]);
        Assert.Equal($"API: {Text(server.ApiAddress)}", lines[1]);
        AssertData(provider, lines[2]);
        var root = await GetRootAsync(server);
        Assert.Equal(Text(server.ConsoleAddress), root.GetProperty("console").GetString());
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task The_api_alone_knows_no_console(DatabaseProvider provider)
    {
        await using var server = await ServerProcess.StartAsync(ServerProgram.Api, provider);

        var lines = await LastLinesAsync(server, 2);

        Assert.Equal($"API: {Text(server.ApiAddress)}", lines[0]);
        AssertData(provider, lines[1]);
        Assert.DoesNotContain("Console:", server.Output, StringComparison.Ordinal);
        var root = await GetRootAsync(server);
        Assert.Equal("/openapi/v1.json", root.GetProperty("description").GetString());
        Assert.Matches(@"\A\d+\.\d+\.\d+\z", root.GetProperty("version").GetString());
        Assert.False(root.TryGetProperty("console", out _));
    }

    private static async Task<JsonElement> GetRootAsync(ServerProcess server)
    {
        using var http = server.Http();
        return JsonElement.Parse(
            await http.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken)
        );
    }

    private static void AssertData(DatabaseProvider provider, string line)
    {
        Assert.StartsWith("Data: ", line, StringComparison.Ordinal);
        if (provider == DatabaseProvider.Sqlite)
        {
            Assert.True(Directory.Exists(line["Data: ".Length..]), line);
            return;
        }

        Assert.Matches(@"\AData: PostgreSQL [^/]+/\S+\z", line);
        Assert.DoesNotContain("Password", line, StringComparison.OrdinalIgnoreCase);
    }

    // Ready is a moment earlier than started.
    private static async Task<string[]> LastLinesAsync(ServerProcess server, int count)
    {
        await Poll.UntilAsync(
            "the end of the start",
            TimeSpan.FromSeconds(20),
            () => Task.FromResult(server.Output.Contains("Data: ", StringComparison.Ordinal) ? null : server.Output),
            TestContext.Current.CancellationToken
        );
        var lines = server
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToList();
        var end = lines.FindIndex(static line => line.StartsWith("Data: ", StringComparison.Ordinal)) + 1;
        // What comes later is the log of the requests that asked whether it is ready, and no longer of the start.
        Assert.DoesNotContain(lines.Skip(end), static line => line.Contains("listening", StringComparison.Ordinal));
        Assert.DoesNotContain(
            lines.Skip(end),
            static line => line.Contains("Application started", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(lines.Skip(end), static line => line.Contains("Content root", StringComparison.Ordinal));
        return [.. lines.Take(end).TakeLast(count)];
    }

    private static string Text(Uri address) => address.ToString().TrimEnd('/');
}
