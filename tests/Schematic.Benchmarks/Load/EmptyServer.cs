using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Schematic.Benchmarks.Load;

/// <summary>
/// What HTTP alone costs on this machine at this moment: an endpoint that does nothing, and one that sends bytes it
/// has.
/// </summary>
internal static class EmptyServer
{
    /// <param name="answerFile">What <c>POST /same</c> answers; null where nobody asks.</param>
    public static Task RunAsync(string url, string? answerFile)
    {
        var same = answerFile is null ? [] : File.ReadAllBytes(answerFile);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/", static () => TypedResults.Ok());
        app.MapPost("/", static () => TypedResults.Ok());
        app.MapPost("/same", () => TypedResults.Bytes(same, "application/json"));
        return app.RunAsync();
    }
}
