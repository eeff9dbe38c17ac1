namespace Schematic.Dashboard.Hosting;

/// <summary>
/// Security headers of the console's pages: nothing from elsewhere, no framing, no sniffing.
/// </summary>
internal static class SecurityHeaders
{
    // style-src needs 'unsafe-inline' because Radzen positions pop-ups and dialogs with style attributes. Scripts stay
    // strict.
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            static (context, next) =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = ContentSecurityPolicy;
                headers.XFrameOptions = "DENY";
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                return next(context);
            }
        );
}
