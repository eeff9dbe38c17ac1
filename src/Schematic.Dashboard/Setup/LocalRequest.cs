using System.Net;

namespace Schematic.Dashboard.Setup;

/// <summary>
/// Whether the browser runs on this machine. Decided before any middleware rewrites where the request came from.
/// </summary>
internal static class LocalRequest
{
    private static readonly string[] ForwardingHeaders =
    [
        "Forwarded",
        "Via",
        "X-Real-IP",
        "X-Client-IP",
        "X-Cluster-Client-IP",
        "X-Original-For",
        "X-Original-Host",
        "True-Client-IP",
        "CF-Connecting-IP",
        "Fastly-Client-IP",
        "Fly-Client-IP",
    ];

    /// <summary>To stand first.</summary>
    public static void UseLocalRequests(this IApplicationBuilder app) =>
        app.Use(
            static (context, next) =>
            {
                context.Items[typeof(LocalRequest)] = Decide(context);
                return next(context);
            }
        );

    public static bool IsOnThisMachine(HttpContext context) => context.Items[typeof(LocalRequest)] is true;

    /// <summary>
    /// A request that came through a proxy never counts: the proxy may stand here while the visitor does not. Nor does
    /// one that calls this machine by another name, which a page from elsewhere may have made up.
    /// </summary>
    public static bool Decide(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && !context.Request.Headers.Keys.Any(IsForwarding)
        && IsLoopbackName(context.Request.Host.Host);

    private static bool IsForwarding(string header) =>
        header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        || ForwardingHeaders.Contains(header, StringComparer.OrdinalIgnoreCase);

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
