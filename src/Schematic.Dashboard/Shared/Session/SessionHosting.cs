using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Caching.Memory;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Shared.Session;

/// <summary>The cookie that keeps a person signed in, and what a request without one is shown.</summary>
internal static class SessionHosting
{
    public const string CookieName = "schematic.session";

    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    public static void AddConsoleSession(this IServiceCollection services)
    {
        services.AddSingleton<GatewayTarget>().AddSingleton<GatewayFactory>();
        services.AddSingleton<SessionValidator>();
        services.AddSingleton<SetupProbe>();
        services.AddScoped(static provider => new ConsoleSession(
            provider.GetRequiredService<AuthenticationStateProvider>(),
            provider.GetRequiredService<GatewayFactory>(),
            provider.GetRequiredService<IMemoryCache>()
        ));
        services.AddScoped<MemberRights>();
        services.AddScoped<AuthenticationStateProvider, SessionAuthenticationStateProvider>();
        services.AddCascadingAuthenticationState();
        services.AddAuthorization();
        services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options =>
            {
                options.Cookie.Name = CookieName;
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.ExpireTimeSpan = Lifetime;
                options.SlidingExpiration = true;
                options.LoginPath = DashboardUrls.SignIn;
                options.Events.OnValidatePrincipal = ValidateAsync;
                options.Events.OnRedirectToLogin = RedirectAsync;
            });
    }

    public static void MapSession(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(DashboardUrls.SignOut, SignOutAsync);

    public static Task SignInAsync(HttpContext context, SignedInMember member) =>
        context.SignInAsync(member.ToPrincipal(), new AuthenticationProperties { IsPersistent = true });

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var validator = context.HttpContext.RequestServices.GetRequiredService<SessionValidator>();
        if (
            context.Principal is { } principal
            && SignedInMember.FromPrincipal(principal) is { } member
            && await validator.IsValidAsync(member, context.HttpContext.RequestAborted)
        )
        {
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync();
    }

    private static async Task RedirectAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        // The circuit's own requests want an answer, not a page.
        if (context.Request.Path.StartsWithSegments(CircuitGate.Path))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var returnUrl = HttpMethods.IsGet(context.Request.Method)
            ? context.Request.PathBase + context.Request.Path + context.Request.QueryString
            : "";
        var signIn = DashboardUrls.SignInThenReturnTo(returnUrl);
        try
        {
            var setup = context.HttpContext.RequestServices.GetRequiredService<SetupProbe>();
            context.Response.Redirect(
                await setup.IsRequiredAsync(context.HttpContext.RequestAborted) ? DashboardUrls.SetUp : signIn
            );
        }
        catch (Exception failure) when (failure is GatewayException or OperationCanceledException)
        {
            // The sign-in page says that the API is away, and offers to try again.
            context.Response.Redirect(signIn);
        }
    }

    // The form parameter is what makes the framework check the antiforgery token.
    private static async Task<IResult> SignOutAsync(
        [FromForm] string? reason,
        HttpContext context,
        GatewayFactory gateways,
        SessionValidator validator,
        CancellationToken cancellationToken
    )
    {
        _ = reason;
        if (SignedInMember.FromPrincipal(context.User) is { } member)
        {
            validator.End(member, Lifetime);
            using var gateway = gateways.Create(member.Token);
            try
            {
                await gateway.Sessions.SignOutAsync(cancellationToken);
            }
            catch (GatewayException)
            {
                // The cookie goes in any case, and is refused here; the session the API could not be told of runs out
                // by itself.
            }
        }

        await context.SignOutAsync();
        return TypedResults.LocalRedirect($"~{DashboardUrls.SignIn}");
    }
}
