using System.Globalization;

namespace Schematic.Api.Http;

/// <summary>
/// When a limited caller may come back: in whole seconds, at least one, for SDKs understand nothing else and ignore 0.
/// </summary>
internal static class RetryAfter
{
    public static int Seconds(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));

    public static void Write(HttpContext context, TimeSpan wait)
    {
        var seconds = Seconds(wait);
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var headers = context.Response.Headers;
        headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = now.AddSeconds(seconds)
            .ToUnixTimeSeconds()
            .ToString(CultureInfo.InvariantCulture);
    }
}
