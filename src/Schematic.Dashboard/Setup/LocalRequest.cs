using System.Net;

namespace Schematic.Dashboard.Setup;

internal static class LocalRequest
{
    /// <summary>
    /// True where the browser runs on this machine. A request that came through a proxy never counts: the proxy may
    /// stand here while the visitor does not.
    /// </summary>
    public static bool IsOnThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For")
        && !context.Request.Headers.ContainsKey("Forwarded");
}
