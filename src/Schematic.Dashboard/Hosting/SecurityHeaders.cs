namespace Schematic.Dashboard.Hosting;

/// <summary>
/// Security headers of the console's pages: nothing from elsewhere, no framing, no sniffing.
/// </summary>
internal static class SecurityHeaders
{
    // Only style attributes are allowed inline: Blazor writes them into the page for the width of a bar, and for the
    // size of dialogs and the parts of charts, where neither a nonce nor a hash can name them. Style elements and
    // scripts stay strict.
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
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
