using Microsoft.AspNetCore.Antiforgery;

namespace Schematic.Dashboard.Hosting;

/// <summary>
/// Answers a form without a good anti-forgery token with 400 and a page that says what to do. The framework leaves that
/// to whoever reads the form: a minimal API fails with 500, a page answers with nothing.
/// </summary>
internal static class UntrustedForms
{
    /// <summary>Checks anti-forgery tokens; to stand after the middleware of status pages.</summary>
    public static void UseTrustedForms(this IApplicationBuilder app) =>
        app.UseAntiforgery()
            .Use(
                static (context, next) =>
                {
                    if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
                        return next(context);
                    // The page that is shown instead is nobody's form.
                    context.Features.Set<IAntiforgeryValidationFeature>(null);
                    context.Request.Method = HttpMethods.Get;
                    context.Response.StatusCode = StatusCodes.Status400BadRequest;
                    return Task.CompletedTask;
                }
            );
}
