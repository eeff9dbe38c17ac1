using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Schematic.Dashboard.Sessions;

namespace Schematic.Dashboard.Tests.Sessions;

public sealed class KnownBrowserTests
{
    private readonly KnownBrowser _browser = new(new EphemeralDataProtectionProvider());

    [Fact]
    public void A_browser_is_known_by_the_member_who_signed_in_with_it_and_by_nobody_else()
    {
        var cookie = Remember(cookie: null);

        Assert.NotNull(_browser.Read(Request(cookie), " ADA@example.com "));
        Assert.Null(_browser.Read(Request(cookie), "bob@example.com"));
        Assert.Null(_browser.Read(Request(cookie: null), "ada@example.com"));
    }

    [Fact]
    public void Its_mark_stays_when_the_member_signs_in_again()
    {
        var first = Remember(cookie: null);
        var second = Remember(first);

        Assert.Equal(
            _browser.Read(Request(first), "ada@example.com"),
            _browser.Read(Request(second), "ada@example.com")
        );
        Assert.NotEqual(
            _browser.Read(Request(first), "ada@example.com"),
            _browser.Read(Request(Remember(cookie: null)), "ada@example.com")
        );
    }

    [Fact]
    public void A_cookie_that_somebody_made_up_is_nobodys()
    {
        var forged = new KnownBrowser(new EphemeralDataProtectionProvider());
        var context = new DefaultHttpContext();
        forged.Remember(context, "ada@example.com");

        Assert.Null(_browser.Read(Request(CookieOf(context)), "ada@example.com"));
        Assert.Null(_browser.Read(Request($"{KnownBrowser.CookieName}=ada@example.com"), "ada@example.com"));
    }

    private string Remember(string? cookie)
    {
        var context = Request(cookie);
        _browser.Remember(context, "ada@example.com");
        return CookieOf(context);
    }

    private static string CookieOf(DefaultHttpContext context) =>
        context.Response.Headers.SetCookie.ToString().Split(';')[0];

    private static DefaultHttpContext Request(string? cookie)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = cookie;
        return context;
    }
}
