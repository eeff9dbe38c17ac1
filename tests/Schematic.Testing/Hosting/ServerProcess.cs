using System.Globalization;
using System.Net;
using Schematic.Gateway;
using Schematic.Gateway.Http;
using Schematic.Testing.Contract;
using Schematic.Testing.Databases;
using Schematic.Testing.Processes;

namespace Schematic.Testing.Hosting;

/// <summary>What <see cref="ServerProcess"/> can run.</summary>
public enum ServerProgram
{
    /// <summary><c>src/Schematic.Api</c> alone.</summary>
    Api,

    /// <summary><c>src/Schematic.Dashboard</c>: the console with the API beside it.</summary>
    Console,
}

/// <summary>
/// The program as it is shipped, in a process of its own: for what cannot be tried inside the test's process, like a
/// real browser, SIGTERM and <c>kill -9</c>.
/// </summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private readonly TestDatabase _database;
    private readonly ServerProgram _program;
    private readonly ApiServerOptions _options;
    private readonly SocketsHttpHandler _sockets = new() { UseCookies = false, AllowAutoRedirect = false };
    private readonly HttpMessageHandler _transport;
    private ChildProcess? _process;

    private ServerProcess(TestDatabase database, ServerProgram program, ApiServerOptions options)
    {
        _database = database;
        _program = program;
        _options = options;
        _transport = ContractHandler.Around(_sockets);
    }

    /// <summary>Stays the same over restarts.</summary>
    public Uri ApiAddress { get; } = Local(FreePort.Next());

    /// <summary>Where the console listens, if it is the program.</summary>
    public Uri ConsoleAddress { get; } = Local(FreePort.Next());

    /// <summary>Everything the current process wrote.</summary>
    public string Output => _process?.Output ?? "";

    public Task<int> Pid => Running.Pid;

    /// <summary>By which another program finds its database.</summary>
    public IReadOnlyDictionary<string, string> DatabaseSettings => _database.Settings;

    private ChildProcess Running => _process ?? throw new InvalidOperationException("The server is stopped.");

    /// <remarks>Of the options only the settings reach another process.</remarks>
    public static async Task<ServerProcess> StartAsync(
        ServerProgram program,
        DatabaseProvider provider,
        ApiServerOptions? options = null
    )
    {
        var server = new ServerProcess(
            await TestDatabase.CreateAsync(provider),
            program,
            options ?? new ApiServerOptions()
        );
        try
        {
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The DLL of a program, to be run with <c>dotnet</c>.</summary>
    public static string PathTo(ServerProgram program)
    {
        var project = program == ServerProgram.Api ? "Schematic.Api" : "Schematic.Dashboard";
        // bin/<configuration>/<framework> of this assembly is that of the program, too.
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        return Repository.PathTo("src", project, "bin", output.Parent!.Name, output.Name, $"{project}.dll");
    }

    public SchematicGateway Gateway(string apiKey = ApiKeys.Production, string? environmentId = null) =>
        new(ApiAddress, new GatewaySession { ApiKey = apiKey, EnvironmentId = environmentId }, _transport);

    public HttpClient Http() => new(_transport, disposeHandler: false) { BaseAddress = ApiAddress };

    /// <summary>Starts it, or starts it again on the same data and addresses, and waits until it is ready.</summary>
    public async Task StartAsync()
    {
        var arguments = _options
            .ToArguments(_database.Settings)
            .Where(static argument => !argument.StartsWith("--Api:Urls=", StringComparison.Ordinal));
        _process = ChildProcess.Start(
            ["dotnet", PathTo(_program), .. arguments, $"--Api:Urls={ApiAddress}"],
            new Dictionary<string, string>
            {
                ["ASPNETCORE_URLS"] = ConsoleAddress.ToString(),
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
            },
            _database.DataPath
        );

        using var http = new HttpClient(_sockets, disposeHandler: false);
        await Poll.UntilAsync($"{_program} to be ready", StartPatience, () => ProbeAsync(http), CancellationToken.None);
    }

    /// <summary><c>kill -9</c>.</summary>
    public Task KillAsync() => EndAsync("KILL");

    /// <summary>SIGTERM, as a service manager sends it; the program's exit code.</summary>
    public Task<int> TerminateAsync() => EndAsync("TERM");

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _transport.Dispose();
        await _database.DisposeAsync();
    }

    private static Uri Local(int port) => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));

    private async Task<int> EndAsync(string signal)
    {
        var process = Running;
        _process = null;
        await process.SignalAsync(signal);
        using var patience = new CancellationTokenSource(StartPatience);
        var code = await process.WaitForExitAsync(patience.Token);
        await process.DisposeAsync();
        return code;
    }

    private async Task<string?> ProbeAsync(HttpClient http)
    {
        if (Running.HasExited)
            throw new InvalidOperationException($"The server ended with code {Running.ExitCode}:\n{Output}");
        try
        {
            using var api = await http.GetAsync(new Uri(ApiAddress, "/health/ready"));
            if (api.StatusCode != HttpStatusCode.OK)
                return $"{api.StatusCode} from {ApiAddress}";
            if (_program == ServerProgram.Api)
                return null;
            using var console = await http.GetAsync(ConsoleAddress);
            return (int)console.StatusCode < 400 ? null : $"{console.StatusCode} from {ConsoleAddress}\n{Output}";
        }
        catch (HttpRequestException failure)
        {
            return $"{failure.Message}\n{Output}";
        }
    }
}
