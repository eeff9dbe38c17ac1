using Microsoft.AspNetCore.Http;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Tests.Shared.Session;

public sealed class DensityCookieTests
{
    [Theory]
    [InlineData("compact", "compact")]
    [InlineData("comfortable", "comfortable")]
    [InlineData("x\" onload=\"", "comfortable")]
    [InlineData(null, "comfortable")]
    public void Only_what_the_menu_offers_is_read(string? cookie, string density)
    {
        var context = new DefaultHttpContext();
        if (cookie is not null)
            context.Request.Headers.Cookie = $"{DensityCookie.Name}={Uri.EscapeDataString(cookie)}";

        Assert.Equal(density, DensityCookie.Read(context));
    }

    [Fact]
    public void Without_a_request_rows_are_comfortable() =>
        Assert.Equal(DensityCookie.Comfortable, DensityCookie.Read(null));
}
