using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Schematic.Dashboard.Hosting;
using Schematic.Dashboard.Shared.Session;
using Schematic.Gateway;
using Schematic.Gateway.Http;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;

namespace Schematic.E2E.Browser;

/// <summary>The console with its API in this process, where a test can see what they keep in memory.</summary>
internal sealed class HostedConsole : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly string[] _arguments;
    private readonly SocketsHttpHandler _sockets = new() { UseCookies = false, AllowAutoRedirect = false };
    private WebApplication _application;

    private HostedConsole(TestDatabase database, string[] arguments)
    {
        _database = database;
        _arguments = arguments;
        _application = ConsoleApplication.Build(arguments);
    }

    public Uri Address
    {
        get
        {
            var features = Services.GetRequiredService<IServer>().Features;
            return new Uri(features.Get<IServerAddressesFeature>()!.Addresses.First());
        }
    }

    public string DataPath => _database.DataPath;

    private IServiceProvider Services => _application.Services;

    /// <param name="keepsLostCircuits">
    /// True to keep the circuit of a browser that vanished for as long as the console does, should it come back.
    /// </param>
    /// <param name="settings">Settings that replace those of a test's console; an empty one takes one away.</param>
    public static async Task<HostedConsole> StartAsync(
        bool keepsLostCircuits = false,
        params KeyValuePair<string, string>[] settings
    )
    {
        var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        Dictionary<string, string> all = new()
        {
            // The files of wwwroot are found through a manifest that has the name of the application.
            ["applicationName"] = "Schematic.Dashboard",
            ["contentRoot"] = database.DataPath,
            ["urls"] = "http://127.0.0.1:0",
            ["Api:Urls"] = "http://127.0.0.1:0",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        foreach (var (name, value) in ApiServerOptions.Defaults.Concat(database.Settings).Concat(settings))
            all[name] = value;
        var arguments = all.Where(static setting => setting.Value.Length > 0)
            .Select(static setting => $"--{setting.Key}={setting.Value}");
        var console = new HostedConsole(database, [.. arguments]);
        if (!keepsLostCircuits)
            console.Services.GetRequiredService<IOptions<CircuitOptions>>().Value.DisconnectedCircuitRetentionPeriod =
                TimeSpan.FromSeconds(1);
        try
        {
            await console._application.StartAsync();
            return console;
        }
        catch
        {
            await console.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops it and starts another on the same data, at another address.</summary>
    public async Task RestartAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        _application = ConsoleApplication.Build(_arguments);
        await _application.StartAsync();
    }

    /// <summary>The API that the console stands over, with the key of an application.</summary>
    public SchematicGateway Gateway(string apiKey = ApiKeys.Production) =>
        new(Services.GetRequiredService<GatewayTarget>().BaseAddress, new GatewaySession { ApiKey = apiKey }, _sockets);

    /// <summary>Loads pages without a browser, as the visitor to whom the cookie belongs.</summary>
    public HttpClient Http(string cookie) =>
        new(_sockets, disposeHandler: false)
        {
            BaseAddress = Address,
            DefaultRequestHeaders = { { "Cookie", cookie } },
        };

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        _sockets.Dispose();
        await _database.DisposeAsync();
    }
}
