using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using Schematic.Api.Hosting;
using Schematic.Api.Hosting.Start;
using Schematic.Api.Maintenance;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Hosting;

/// <summary>
/// Runs the API in the console's process, on its own port, unless <c>Gateway:BaseUrl</c> names one elsewhere.
/// Hosted services start before the web server and stop after it: the API is there for the console's first and last
/// request. The only file that may name <c>Schematic.Api</c>; everything else speaks HTTP.
/// </summary>
internal sealed partial class EmbeddedApi(
    IConfiguration configuration,
    IHostEnvironment host,
    IServer server,
    IOptions<GatewayOptions> options,
    IOptions<DataOptions> data,
    GatewayTarget target,
    ILogger<EmbeddedApi> log
) : IHostedService, IAsyncDisposable
{
    /// <summary>The setting that names the console's own key, on both sides.</summary>
    public const string ConsoleKey = "Console:Key";

    private WebApplication? _api;

    /// <summary>Addresses of the API, in this process or elsewhere.</summary>
    public string Addresses => _api is null ? target.BaseAddress.ToString() : StartLines.GetAddresses(_api);

    /// <summary>Location of the data: the API's, or the console's own if the API runs elsewhere.</summary>
    public string DataLocation => _api is null ? data.Value.FullPath(host) : StartLines.GetDataLocation(_api);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.BaseUrl is { Length: > 0 } elsewhere)
        {
            target.Locate(
                new Uri(elsewhere),
                options.Value.ApiKey is { Length: > 0 } key ? key : configuration[ConsoleKey]!
            );
            foreach (var mistake in ApiApplication.SettingMistakes(configuration))
                Log.SettingMistake(log, mistake);
            Log.Elsewhere(log, target.BaseAddress);
            return;
        }

        var consoleKey = configuration[ConsoleKey] is { Length: > 0 } configured ? configured : GatewayTarget.NewKey();
        _api = ApiApplication.Build(
            ["--environment", host.EnvironmentName, "--contentRoot", host.ContentRootPath],
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(SharedSettings());
                builder.Configuration.AddInMemoryCollection([new(ConsoleKey, consoleKey)]);
                builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
                builder.Services.AddSingleton(new ConsoleAddress(FindConsoleAddress));
            }
        );
        await _api.StartAsync(cancellationToken);
        target.Locate(AddressOf(_api), consoleKey);
        Log.Embedded(log, target.BaseAddress);
    }

    /// <summary>Runs the command of the API that the command line names, like <c>backup</c>.</summary>
    /// <returns>The exit code; null if it names none.</returns>
    public static async Task<int?> RunCommandAsync(string[] args) =>
        Commands.IsCommand(args) ? await Commands.RunAsync(args, ConsoleApplication.DefaultUrl) : null;

    /// <summary>Errors in the API's settings; empty if the API runs elsewhere.</summary>
    public static IReadOnlyList<string> Errors(IConfiguration configuration, IHostEnvironment host) =>
        IsElsewhere(configuration)
            ? ApiApplication.ProxyErrors(configuration)
            : ApiApplication.Errors(configuration, host.ContentRootPath);

    /// <summary>Whether the settings say where the console listens.</summary>
    public static bool NameConsole(IConfiguration configuration) => StartChecks.NameConsole(configuration);

    /// <summary>Starts the console, once everything that it and the API need is seen to be there.</summary>
    public static Task<WebApplication> StartConsoleAsync(WebApplicationBuilder console, Func<WebApplication> build) =>
        StartChecks.StartConsoleAsync(
            console,
            ConsoleApplication.DefaultUrl,
            IsElsewhere(console.Configuration),
            build
        );

    /// <summary>The exception of settings that cannot work, as the API throws it.</summary>
    public static Exception Invalid(IReadOnlyList<string> errors) => new InvalidConfigurationException(errors);

    /// <summary>Why the program did not start, for its operator; null for what only a developer can mend.</summary>
    public static string? Refusal(Exception failure) =>
        failure is InvalidConfigurationException or StartRefusedException ? failure.Message : null;

    /// <summary>A folder for this process alone, as the API makes that of its data.</summary>
    public static void CreatePrivateFolder(string path) => ApiApplication.CreatePrivateFolder(path);

    /// <summary>Believes the proxies that are configured, in front of the console as in front of the API.</summary>
    public static void UseTrustedProxies(WebApplication app) => ApiApplication.UseProxies(app);

    public Task StopAsync(CancellationToken cancellationToken) =>
        _api?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    // The container disposes of it twice: as itself, and as a hosted service.
    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _api, null)?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static bool IsElsewhere(IConfiguration configuration) =>
        !string.IsNullOrEmpty(configuration[$"{GatewayOptions.Section}:{nameof(GatewayOptions.BaseUrl)}"]);

    // Bound only after the API is, so asked for anew each time.
    private string? FindConsoleAddress() =>
        NetworkOptions.Read(configuration).Origin
        ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();

    /// <summary>
    /// The console's settings but for the addresses it listens on. A copy: a chained configuration would write the
    /// API's addresses back into the console's.
    /// </summary>
    private IEnumerable<KeyValuePair<string, string?>> SharedSettings() =>
        configuration
            .AsEnumerable()
            .Where(static setting =>
                setting.Value is not null
                && setting.Key.ToUpperInvariant()
                    is not ("URLS" or "HTTP_PORTS" or "HTTPS_PORTS" or "CONTENTROOT" or "APPLICATIONNAME")
                && !setting.Key.StartsWith("Kestrel:", StringComparison.OrdinalIgnoreCase)
            );

    private static Uri AddressOf(WebApplication api)
    {
        var addresses = api.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        // "+" and "*" are Kestrel's spelling of "every interface" and no host name.
        var address = new UriBuilder(
            addresses
                .OrderBy(static text => text.StartsWith("https:", StringComparison.Ordinal))
                .First()
                .Replace("//+", "//0.0.0.0", StringComparison.Ordinal)
                .Replace("//*", "//0.0.0.0", StringComparison.Ordinal)
        );
        if (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip))
        {
            if (ip.Equals(IPAddress.Any))
                address.Host = IPAddress.Loopback.ToString();
            else if (ip.Equals(IPAddress.IPv6Any))
                address.Host = $"[{IPAddress.IPv6Loopback}]";
        }

        return address.Uri;
    }

    /// <summary>Leaves Ctrl-C and SIGTERM to the console, which stops the API once its own requests are done.</summary>
    private sealed class EmbeddedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The API runs in this process at {Address}.")]
        public static partial void Embedded(ILogger logger, Uri address);

        [LoggerMessage(2, LogLevel.Information, "The console stands over the API at {Address}.")]
        public static partial void Elsewhere(ILogger logger, Uri address);

        [LoggerMessage(3, LogLevel.Warning, "{Mistake}")]
        public static partial void SettingMistake(ILogger logger, string mistake);
    }
}
