namespace Schematic.Dashboard.Shared.Session;

/// <summary>Address and description of the browser that sent a request, cut to what the API takes.</summary>
internal static class BrowserOrigin
{
    private const int MaxUserAgent = 512;

    public static string? AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString();

    public static string? UserAgentOf(HttpContext context)
    {
        var text = context.Request.Headers.UserAgent.ToString();
        // Headers are not held to be text that a database takes.
        var clean = new string([.. text.Where(static letter => letter is >= ' ' and <= '~').Take(MaxUserAgent)]);
        return clean.Length == 0 ? null : clean;
    }
}
