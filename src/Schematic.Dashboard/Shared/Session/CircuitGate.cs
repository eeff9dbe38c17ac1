using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.Extensions.Options;

namespace Schematic.Dashboard.Shared.Session;

/// <summary>
/// The door to circuits, <c>/_blazor</c>: only the console's own pages may pass, and the connections of a session can
/// be cut.
/// </summary>
internal sealed class CircuitGate(IOptions<NetworkOptions> options)
{
    public const string Path = "/_blazor";

    private const string AddressClaim = "schematic:address";

    // A page that is told to leave does so by itself; what stays longer has ignored it.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<HttpContext, string> _connections = new();

    /// <summary>To stand after authentication.</summary>
    public static void Use(WebApplication app)
    {
        var gate = app.Services.GetRequiredService<CircuitGate>();
        app.UseWhen(
            static context => context.Request.Path.StartsWithSegments(Path),
            guarded => guarded.Use((context, next) => gate.PassAsync(context, next))
        );
    }

    /// <summary>Address of the browser of a circuit.</summary>
    public static string AddressOf(ClaimsPrincipal visitor) => visitor.FindFirstValue(AddressClaim) ?? "unknown";

    /// <summary>Cuts the connections of a session, after a moment in which its pages may leave by themselves.</summary>
    public async Task CutAsync(string tokenHash, TimeProvider time, CancellationToken cancellationToken)
    {
        await Task.Delay(Grace, time, cancellationToken);
        foreach (var (connection, session) in _connections)
        {
            if (session == tokenHash)
                connection.Abort();
        }
    }

    /// <summary>
    /// True if <paramref name="origin"/> is that of the console: the configured one, or the one the request was sent
    /// to. A proxy that ends TLS in front may have turned https into http, never the other way round.
    /// </summary>
    public static bool IsOwn(string origin, string? configured, HttpRequest request) =>
        ((string?[])[configured, OriginOf(request.Scheme, request), OriginOf(Uri.UriSchemeHttps, request)]).Contains(
            origin,
            StringComparer.OrdinalIgnoreCase
        );

    private async Task PassAsync(HttpContext context, Func<Task> next)
    {
        // A browser names the origin of every request that opens, feeds or ends a circuit but of one kind: asking for
        // more over GET, which needs the id of a connection that was opened with one.
        var isAsking = HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Upgrade.Count == 0;
        var origin = context.Request.Headers.Origin.ToString();
        if (origin.Length == 0 ? !isAsking : !IsOwn(origin, options.Value.Origin, context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await context.Response.WriteAsync("Only a page of this console may do this.", context.RequestAborted);
            return;
        }

        if (SignedInMember.FromPrincipal(context.User) is not { } member)
        {
            await next();
            return;
        }

        var address = context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        context.User.AddIdentity(new ClaimsIdentity([new Claim(AddressClaim, address)]));
        _connections[context] = OpenCircuits.Hash(member.Token);
        try
        {
            await next();
        }
        finally
        {
            _connections.TryRemove(context, out _);
        }
    }

    private static string? OriginOf(string scheme, HttpRequest request) =>
        Uri.TryCreate($"{scheme}://{request.Host}", UriKind.Absolute, out var own)
            ? own.GetLeftPart(UriPartial.Authority)
            : null;
}
