using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Schematic.Api.Hosting;
using Schematic.Gateway;
using Schematic.Gateway.Http;
using Schematic.Testing.Contract;
using Schematic.Testing.Databases;

namespace Schematic.Testing.Hosting;

/// <summary>
/// The real server in this process: Kestrel on a port of its own, production configuration, a database nobody else
/// uses. Every answer that passes through its clients is held against the published description, where that is at hand.
/// </summary>
public sealed class ApiServer : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly ApiServerOptions _options;
    private readonly List<IDisposable> _clients = [];
    private WebApplication? _application;
    private HttpMessageHandler? _transport;

    private ApiServer(TestDatabase database, ApiServerOptions options)
    {
        _database = database;
        _options = options;
    }

    /// <summary>Where it listens; another port after <see cref="RestartAsync"/>.</summary>
    public Uri BaseAddress { get; private set; } = new("http://127.0.0.1");

    public DatabaseProvider Provider => _database.Provider;

    public string DataPath => _database.DataPath;

    /// <summary>By which another program finds its database.</summary>
    public IReadOnlyDictionary<string, string> DatabaseSettings => _database.Settings;

    public LogRecorder Logs { get; } = new();

    public IServiceProvider Services => Running.Services;

    private WebApplication Running => _application ?? throw new InvalidOperationException("The server is stopped.");

    public static async Task<ApiServer> StartAsync(DatabaseProvider provider, ApiServerOptions? options = null) =>
        await StartAsync(await TestDatabase.CreateAsync(provider), options);

    /// <param name="database">Disposed of with the server.</param>
    public static async Task<ApiServer> StartAsync(TestDatabase database, ApiServerOptions? options = null)
    {
        var server = new ApiServer(database, options ?? new ApiServerOptions());
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

    /// <summary>The gateway of one key, as a console or an application has it. Disposed of with the server.</summary>
    public SchematicGateway Gateway(
        string apiKey = ApiKeys.Production,
        string? environmentId = null,
        string? sessionToken = null
    )
    {
        var session = new GatewaySession
        {
            ApiKey = apiKey,
            EnvironmentId = environmentId,
            SessionToken = sessionToken,
        };
        return Keep(new SchematicGateway(BaseAddress, session, _transport!));
    }

    /// <summary>A bare client for what the gateway would not send; without a key unless one is given.</summary>
    public HttpClient Http(string? apiKey = null)
    {
        var http = Keep(new HttpClient(_transport!, disposeHandler: false) { BaseAddress = BaseAddress });
        if (apiKey is not null)
            http.DefaultRequestHeaders.Add(GatewayHeaders.ApiKey, apiKey);
        return http;
    }

    /// <summary>Stops it and starts another on the same data; gateways and clients made before are gone.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public async Task StopAsync()
    {
        _clients.ForEach(static client => client.Dispose());
        _clients.Clear();
        _transport?.Dispose();
        _transport = null;
        if (_application is not { } application)
            return;
        _application = null;
        await application.StopAsync();
        await application.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _database.DisposeAsync();
        Logs.Dispose();
    }

    private async Task StartAsync()
    {
        _application = ApiApplication.Build([.. _options.ToArguments(_database.Settings)], Configure);
        await _application.StartAsync();
        BaseAddress = new Uri(
            _application
                .Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.First()
        );
        _transport = ContractHandler.Around(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    }

    private void Configure(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders().AddProvider(Logs);
        // The server registers its services after this; only when the container is made may they be replaced.
        builder.Host.ConfigureContainer<IServiceCollection>(
            (_, services) =>
            {
                if (_options.Clock is { } clock)
                    services.AddSingleton(clock);
                _options.Services?.Invoke(services);
            }
        );
    }

    private T Keep<T>(T client)
        where T : IDisposable
    {
        _clients.Add(client);
        return client;
    }
}
