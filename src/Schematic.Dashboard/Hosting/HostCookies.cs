using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Hosting;

/// <summary>
/// Over HTTPS, the console's cookies have the prefix <c>__Host-</c>: a browser takes them only from this host over
/// HTTPS and for all of its paths, so no neighbouring host can plant or read one. Everything behind this middleware
/// goes on using their short names.
/// </summary>
internal static class HostCookies
{
    public const string Prefix = "__Host-";

    private const string Ours = "schematic.";

    // Written by app.js, which knows no prefix, and worth nothing to anybody.
    private static readonly string[] Open = [ThemeCookie.Name, DensityCookie.Name, EnvironmentCookie.Name];

    /// <summary>Cookies for this host alone, and the promise to browsers that it stays with HTTPS.</summary>
    public static void AddHostCookies(this IServiceCollection services)
    {
        services.AddHsts(static hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.AddAntiforgery(static forms =>
        {
            forms.Cookie.Name = "schematic.antiforgery";
            forms.Cookie.Path = "/";
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    public static void UseHostCookies(this IApplicationBuilder app) =>
        app.Use(
            static (context, next) =>
            {
                if (context.Request.IsHttps)
                {
                    Read(context);
                    context.Response.OnStarting(static state => WriteAsync((HttpResponse)state), context.Response);
                }

                return next(context);
            }
        );

    private static void Read(HttpContext context)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in context.Request.Cookies)
        {
            if (name.StartsWith(Prefix + Ours, StringComparison.Ordinal))
                known[name[Prefix.Length..]] = value;
            else if (!IsOurs(name))
                known.TryAdd(name, value);
        }

        context.Features.Set<IRequestCookiesFeature>(new RequestCookiesFeature(new Cookies(known)));
    }

    private static Task WriteAsync(HttpResponse response)
    {
        var cookies = response.Headers.SetCookie;
        if (cookies.Any(static cookie => cookie is not null && IsOurs(cookie)))
            response.Headers.SetCookie = new StringValues([
                .. cookies.Select(static cookie => cookie is not null && IsOurs(cookie) ? Prefix + cookie : cookie),
            ]);
        return Task.CompletedTask;
    }

    private static bool IsOurs(string cookie) =>
        cookie.StartsWith(Ours, StringComparison.Ordinal)
        && !Open.Any(open => cookie.StartsWith(open, StringComparison.Ordinal));

    private sealed class Cookies(Dictionary<string, string> values) : IRequestCookieCollection
    {
        public string? this[string key] => values.GetValueOrDefault(key);

        public int Count => values.Count;

        public ICollection<string> Keys => values.Keys;

        public bool ContainsKey(string key) => values.ContainsKey(key);

        public bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => values.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
