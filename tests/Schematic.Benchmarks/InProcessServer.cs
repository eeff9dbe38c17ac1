using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Schematic.Api.Hosting;

namespace Schematic.Benchmarks;

/// <summary>
/// The server in this process, for preparing and checking; what is measured runs in a process of its own.
/// </summary>
internal sealed class InProcessServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private InProcessServer(WebApplication application)
    {
        _application = application;
        Http = new HttpClient
        {
            BaseAddress = new Uri(
                application
                    .Services.GetRequiredService<IServer>()
                    .Features.Get<IServerAddressesFeature>()!
                    .Addresses.First()
            ),
        };
        Http.DefaultRequestHeaders.Add("X-Schematic-Api-Key", StoreOptions.ApiKey);
    }

    public IServiceProvider Services => _application.Services;

    public HttpClient Http { get; }

    public static async Task<InProcessServer> StartAsync(StoreOptions options)
    {
        var application = ApiApplication.Build(
            [
                .. options.ServerArguments,
                "--Api:Urls=http://127.0.0.1:0",
                $"--Bootstrap:ApiKeys:production={StoreOptions.ApiKey}",
            ],
            static builder => builder.Logging.SetMinimumLevel(LogLevel.Error)
        );
        await application.StartAsync();
        return new InProcessServer(application);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
    }
}
