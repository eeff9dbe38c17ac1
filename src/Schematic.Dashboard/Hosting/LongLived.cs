namespace Schematic.Dashboard.Hosting;

/// <summary>
/// Lets browsers keep what never changes under its address. Static files say so themselves where their address carries
/// their fingerprint; fonts are named by a style sheet, and do not.
/// </summary>
internal static class LongLived
{
    public const string CacheControl = "public, max-age=31536000, immutable";

    /// <summary>Serves static files as the build made them: found in packages, and compressed.</summary>
    public static void UseBuiltAssets(IWebHostBuilder host)
    {
        // Outside Development the files of the Radzen package are found only when asked for; after a publish this does
        // nothing.
        host.UseStaticWebAssets();
        // By default the files of a build are read and packed anew for each request, at no compression, in case
        // somebody edits them.
        host.UseSetting("ReloadStaticAssetsAtRuntime", "false");
    }

    /// <summary>A font that changes gets another name.</summary>
    public static void UseLongLivedFonts(this IApplicationBuilder app) =>
        app.Use(
            static (context, next) =>
            {
                if (context.Request.Path.StartsWithSegments("/fonts"))
                    context.Response.OnStarting(() =>
                    {
                        if (context.Response.StatusCode == StatusCodes.Status200OK)
                            context.Response.Headers.CacheControl = CacheControl;
                        return Task.CompletedTask;
                    });
                return next(context);
            }
        );
}
