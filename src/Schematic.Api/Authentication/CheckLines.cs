using System.Collections.Concurrent;
using Schematic.Api.Http;

namespace Schematic.Api.Authentication;

/// <summary>Middleware: the checks of each key have a line of their own; see <see cref="CheckLine"/>.</summary>
internal sealed class CheckLines(RequestDelegate next)
{
    // As many as wait for a thread for a moment on a server that keeps up.
    private const int Few = 16;

    private readonly ConcurrentDictionary<int, CheckLine> _lines = new();

    public Task InvokeAsync(HttpContext context, Caller caller) =>
        caller.Key is { } key && context.GetEndpoint()?.Metadata.GetMetadata<AccessRule>() is { Access: Access.Check }
            ? _lines.GetOrAdd(key.Seq, static _ => NewLine()).RunAsync(next, context)
            : next(context);

    private static CheckLine NewLine() =>
        new(Turns.HalfOfTheProcessors, static () => ThreadPool.PendingWorkItemCount > Few);
}
