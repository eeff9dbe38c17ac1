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
    private readonly WebApplication _application;
    private readonly SocketsHttpHandler _sockets = new() { UseCookies = false, AllowAutoRedirect = false };

    private HostedConsole(TestDatabase database, WebApplication application)
    {
        _database = database;
        _application = application;
    }

    public Uri Address
    {
        get
        {
            var features = Services.GetRequiredService<IServer>().Features;
            return new Uri(features.Get<IServerAddressesFeature>()!.Addresses.First());
        }
    }

    private IServiceProvider Services => _application.Services;

    /// <param name="keepsLostCircuits">
    /// True to keep the circuit of a browser that vanished for as long as the console does, should it come back.
    /// </param>
    public static async Task<HostedConsole> StartAsync(bool keepsLostCircuits = false)
    {
        var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        var settings = ApiServerOptions
            .Defaults.Concat(database.Settings)
            .Concat([
                // The files of wwwroot are found through a manifest that has the name of the application.
                new("applicationName", "Schematic.Dashboard"),
                new("contentRoot", database.DataPath),
                new("urls", "http://127.0.0.1:0"),
                new("Api:Urls", "http://127.0.0.1:0"),
                new("Logging:LogLevel:Default", "Warning"),
            ]);
        var arguments = settings.Select(static setting => $"--{setting.Key}={setting.Value}");
        var application = ConsoleApplication.Build([.. arguments]);
        var console = new HostedConsole(database, application);
        if (!keepsLostCircuits)
            console.Services.GetRequiredService<IOptions<CircuitOptions>>().Value.DisconnectedCircuitRetentionPeriod =
                TimeSpan.FromSeconds(1);
        try
        {
            await application.StartAsync();
            return console;
        }
        catch
        {
            await console.DisposeAsync();
            throw;
        }
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
