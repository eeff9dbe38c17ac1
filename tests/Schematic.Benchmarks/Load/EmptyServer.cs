using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Schematic.Benchmarks.Load;

/// <summary>What HTTP alone costs on this machine at this moment: an endpoint that does nothing.</summary>
internal static class EmptyServer
{
    public static Task RunAsync(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/", static () => TypedResults.Ok());
        return app.RunAsync();
    }
}
