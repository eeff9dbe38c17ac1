using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Schematic.Dashboard.Sessions;

/// <summary>
/// A cookie that outlives sessions and says, sealed, who has signed in with this browser before. Its wrong tries are
/// counted apart, so nobody else can use up what is left to its member.
/// </summary>
internal sealed class KnownBrowser(IDataProtectionProvider protection)
{
    public const string CookieName = "schematic.browser";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    private readonly IDataProtector _protector = protection.CreateProtector("Schematic.Dashboard.KnownBrowser");

    /// <returns>The mark of this browser; null if nobody with this email has signed in with it.</returns>
    public string? Read(HttpContext context, string email)
    {
        if (context.Request.Cookies[CookieName] is not { Length: > 0 } sealedText)
            return null;
        try
        {
            return _protector.Unprotect(sealedText).Split('\n') is [var mark, var owner] && owner == Normalize(email)
                ? mark
                : null;
        }
        catch (CryptographicException)
        {
            // Not ours, or sealed with keys that are gone: a browser like any other.
            return null;
        }
    }

    public void Remember(HttpContext context, string email)
    {
        var mark = Read(context, email) ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        context.Response.Cookies.Append(
            CookieName,
            _protector.Protect($"{mark}\n{Normalize(email)}"),
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = Lifetime,
                Path = "/",
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            }
        );
    }

    private static string Normalize(string email) => email.Trim().ToLowerInvariant();
}
