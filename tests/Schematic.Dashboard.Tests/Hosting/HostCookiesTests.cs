using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Dashboard.Hosting;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Tests.Hosting;

public sealed class HostCookiesTests
{
    [Fact]
    public async Task Over_https_only_cookies_with_the_prefix_are_ours_and_ours_get_it()
    {
        var (read, written) = await PassAsync(
            "https",
            "__Host-schematic.session=good; schematic.session=planted; schematic.theme=dark; other=1"
        );

        Assert.Equal("good dark 1", read);
        Assert.Equal(["__Host-schematic.session=new", "schematic.theme=light", "other=2"], written);
    }

    [Theory]
    [InlineData(ThemeCookie.Name)]
    [InlineData(DensityCookie.Name)]
    [InlineData(EnvironmentCookie.Name)]
    public async Task What_the_script_of_the_page_writes_is_read_over_https(string name)
    {
        string? read = null;

        await PassAsync("https", $"{name}=chosen", request => read = request.Cookies[name]);

        Assert.Equal("chosen", read);
    }

    [Fact]
    public async Task A_planted_cookie_alone_is_none()
    {
        var (read, _) = await PassAsync("https", "schematic.session=planted; __Host-schematic.theme=no");

        Assert.StartsWith(" ", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_http_where_browsers_know_no_such_cookies_names_stay_as_they_are()
    {
        var (read, written) = await PassAsync("http", "schematic.session=good; schematic.theme=dark; other=1");

        Assert.Equal("good dark 1", read);
        Assert.Equal(["schematic.session=new", "schematic.theme=light", "other=2"], written);
    }

    private static async Task<(string Read, string[] Written)> PassAsync(
        string scheme,
        string cookies,
        Action<HttpRequest>? look = null
    )
    {
        var response = new StartingResponse();
        var context = new DefaultHttpContext();
        context.Features.Set<IHttpResponseFeature>(response);
        context.Request.Scheme = scheme;
        context.Request.Headers.Cookie = cookies;
        var read = "";
        var app = new ApplicationBuilder(new ServiceCollection().BuildServiceProvider());
        app.UseHostCookies();
        app.Run(inner =>
        {
            look?.Invoke(inner.Request);
            var sent = inner.Request.Cookies;
            read = $"{sent["schematic.session"]} {sent["schematic.theme"]} {sent["other"]}";
            inner.Response.Headers.SetCookie = new(["schematic.session=new", "schematic.theme=light", "other=2"]);
            return Task.CompletedTask;
        });

        await app.Build()(context);
        await response.StartAsync();
        return (read, [.. context.Response.Headers.SetCookie.OfType<string>()]);
    }

    /// <summary>Calls what waits for the response to start.</summary>
    private sealed class StartingResponse : HttpResponseFeature
    {
        private readonly Stack<Func<Task>> _starting = new();

        public override void OnStarting(Func<object, Task> callback, object state) =>
            _starting.Push(() => callback(state));

        public async Task StartAsync()
        {
            foreach (var callback in _starting)
                await callback();
        }
    }
}
