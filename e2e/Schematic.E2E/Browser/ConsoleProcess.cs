using System.Globalization;
using Schematic.Testing;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;

namespace Schematic.E2E.Browser;

/// <summary>
/// The console in a process of its own on data of the test's choice, for what <see cref="ServerProcess"/> does not run.
/// </summary>
internal sealed class ConsoleProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private readonly ChildProcess _process;

    private ConsoleProcess(ChildProcess process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public Task<int> Pid => _process.Pid;

    public static async Task<ConsoleProcess> StartAsync(
        string dataPath,
        params IEnumerable<KeyValuePair<string, string>> settings
    )
    {
        var address = Local();
        // bin/<configuration>/<framework> of this assembly is that of the program, too.
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var assembly = Repository.PathTo(
            "src",
            "Schematic.Dashboard",
            "bin",
            output.Parent!.Name,
            output.Name,
            "Schematic.Dashboard.dll"
        );
        var process = ChildProcess.Start(
            [
                "dotnet",
                assembly,
                $"--Data:Path={dataPath}",
                $"--Api:Urls={Local()}",
                .. settings.Select(static setting => $"--{setting.Key}={setting.Value}"),
            ],
            new Dictionary<string, string>
            {
                ["ASPNETCORE_URLS"] = address.ToString(),
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
            },
            dataPath
        );
        var console = new ConsoleProcess(process, address);
        try
        {
            using var http = new HttpClient();
            await Poll.UntilAsync(
                "the console to be ready",
                StartPatience,
                () => console.ProbeAsync(http),
                CancellationToken.None
            );
            return console;
        }
        catch
        {
            await console.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static Uri Local() =>
        new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}"));

    private async Task<string?> ProbeAsync(HttpClient http)
    {
        if (_process.HasExited)
            throw new InvalidOperationException($"The console ended with code {_process.ExitCode}:\n{_process.Output}");
        try
        {
            using var answer = await http.GetAsync(Address);
            return answer.IsSuccessStatusCode ? null : $"{answer.StatusCode}\n{_process.Output}";
        }
        catch (HttpRequestException failure)
        {
            return failure.Message;
        }
    }
}
