using Microsoft.Playwright;
using Schematic.E2E.Pages;

namespace Schematic.E2E.Browser;

internal static class SigningIn
{
    /// <summary>A visitor who has signed in as the admin and sees the first page of the console.</summary>
    public static async Task<Visitor> SignInAsync(this Chromium chromium, Uri console)
    {
        var visitor = await chromium.VisitAsync(console);
        await visitor.OpenAsync("/");
        await new SignInPage(visitor).SignInAsync();
        await Assertions.Expect(new CompaniesPage(visitor).Heading).ToBeVisibleAsync();
        await visitor.ExpectLiveAsync();
        return visitor;
    }

    /// <summary>What the visitor's browser sends as <c>Cookie</c>.</summary>
    public static async Task<string> CookieAsync(this Visitor visitor) =>
        string.Join(
            "; ",
            (await visitor.Profile.CookiesAsync()).Select(static cookie => $"{cookie.Name}={cookie.Value}")
        );
}
