using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace Schematic.Api.Hosting;

/// <summary>A page for people who open the API's address: it leads to the console and to the description.</summary>
internal static class RootPage
{
    private const string Style = """
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
        body { max-width: 36rem; margin: 15vh auto; padding: 0 1.5rem; }
        h1 { font-size: 1.5rem; line-height: 1.3; margin: 0; }
        p { margin: 1rem 0 0; }
        a { color: light-dark(#1f4fd8, #9db8ff); }
        .version { color: light-dark(#5a5f6b, #a7adba); margin-top: .25rem; }
        """;

    /// <summary>Its style and nothing else.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Hash(Style)}'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'";

    /// <summary>Whether whoever asks is a browser that would show it.</summary>
    public static bool IsFor(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        return Quality("text/html") > Quality("application/json");

        double Quality(string type) =>
            accepted
                .Where(one => one.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase))
                .Max(static one => (double?)(one.Quality ?? 1))
            ?? 0;
    }

    public static string Write(ServerResponseData server)
    {
        var console = server.Console is { } address
            ? $"<p><a href=\"{Encode(address)}\">Open the console</a></p>"
            : "<p>It runs without a console.</p>";
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Encode(server.Name)}</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>
            <h1>{Encode(server.Name)}</h1>
            <p class="version">Version {Encode(server.Version)}</p>
            <p>This address is for programs.</p>
            {console}
            <p><a href="{Encode(server.Description)}">Read the description of the API</a> (OpenAPI)</p>
            </main>
            </body>
            </html>
            """;
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
