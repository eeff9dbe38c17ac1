using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.HostFiltering;

namespace Schematic.Dashboard.Shared.Session;

/// <summary>The guards of open pages: who may open them, how many, and when they end.</summary>
internal static class CircuitHosting
{
    public static void AddGuardedCircuits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<NetworkOptions>().BindConfiguration(NetworkOptions.Section);
        services.AddSingleton<OpenCircuits>();
        services.AddSingleton<CircuitGate>();
        services.AddScoped<CircuitHandler, CircuitLimit>();
        services.AddSingleton<CircuitHandler>(EndedCircuits.Collected());
        services.AddHostedService<SessionWatch>();
        if (NetworkOptions.Read(configuration).AllowedHosts() is { } names)
            services.Configure<HostFilteringOptions>(hosts => hosts.AllowedHosts = [.. names]);
    }
}
