using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Schematic.E2E.Browser;
using Schematic.Testing.Hosting;

namespace Schematic.E2E.Safety;

/// <summary>Cookies, headers and names of the console, and the keys that seal its cookies.</summary>
public sealed partial class ConsoleApplicationTests : IDisposable
{
    private const string Host = "console.example.com";
    private const string Password = "secret";
    private const string Subject = "CN=test";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("schematic-test-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Over_https_cookies_belong_to_the_host_alone_and_browsers_remember_to_come_so()
    {
        await using var console = await HostedConsole.StartAsync(settings: Https(_folder.FullName));
        using var http = Client(console);
        http.DefaultRequestHeaders.Host = Host;
        var page = await http.GetAsync("/sign-in", Cancellation);

        Assert.Equal("max-age=31536000", Assert.Single(page.Headers.GetValues("Strict-Transport-Security")));
        Assert.False(page.Headers.Contains("Server"));
        using var signedIn = await SignInAsync(http);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        string[] names = ["__Host-schematic.antiforgery=", "__Host-schematic.session=", "__Host-schematic.browser="];
        var cookies = CookiesOf(page).Concat(CookiesOf(signedIn)).ToList();
        Assert.All(
            names,
            name => Assert.Contains(cookies, cookie => cookie.StartsWith(name, StringComparison.Ordinal))
        );
        foreach (var cookie in cookies)
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.All(
                (string[])["; secure", "; path=/;", "; httponly"],
                part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase)
            );
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        }

        var session = CookieOf(signedIn, "schematic.session=");
        Assert.Equal("/", await DestinationAsync(http, session));
        // As a neighbouring host could have planted it.
        Assert.Equal("/sign-in", await DestinationAsync(http, session["__Host-".Length..]));
    }

    [Theory]
    [InlineData(Host, HttpStatusCode.OK)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    public async Task Only_the_configured_name_is_answered_to(string host, HttpStatusCode status)
    {
        await using var console = await HostedConsole.StartAsync(
            settings: new KeyValuePair<string, string>("Console:PublicUrl", $"https://{Host}")
        );
        using var http = Client(console);
        http.DefaultRequestHeaders.Host = host;

        Assert.Equal(status, (await http.GetAsync("/sign-in", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task With_a_certificate_the_key_ring_is_encrypted_and_still_read_after_a_restart()
    {
        KeyValuePair<string, string>[] settings =
        [
            new("Data:KeyCertificate", WriteCertificate(_folder.FullName)),
            new("Data:KeyCertificatePassword", Password),
        ];
        await using var console = await HostedConsole.StartAsync(settings: settings);
        string session;
        using (var http = Client(console))
            session = CookieOf(await SignInAsync(http), "schematic.session=");

        var key = await File.ReadAllTextAsync(
            Assert.Single(Directory.GetFiles(Path.Combine(console.DataPath, "keys"))),
            Cancellation
        );
        Assert.DoesNotContain("<masterKey", key, StringComparison.Ordinal);
        Assert.Contains("EncryptedData", key, StringComparison.Ordinal);
        await console.RestartAsync();
        using var again = Client(console);
        Assert.Equal("/", await DestinationAsync(again, session));
    }

    private static HttpClient Client(HostedConsole console)
    {
        var sockets = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        sockets.SslOptions.RemoteCertificateValidationCallback = static (_, certificate, _, _) =>
            certificate?.Subject == Subject;
        return new HttpClient(sockets) { BaseAddress = console.Address };
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient http)
    {
        var page = await http.GetAsync("/sign-in", Cancellation);
        var html = await page.Content.ReadAsStringAsync(Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in");
        request.Headers.Add("Cookie", CookieOf(page, "schematic.antiforgery="));
        request.Content = new FormUrlEncodedContent([
            new("_handler", "sign-in"),
            new("__RequestVerificationToken", Token().Match(html).Groups[1].Value),
            new("Form.Email", Admin.Email),
            new("Form.Password", Admin.Password),
        ]);
        return await http.SendAsync(request, Cancellation);
    }

    private static string CookieOf(HttpResponseMessage answer, string name) =>
        CookiesOf(answer).First(cookie => cookie.Contains(name, StringComparison.Ordinal)).Split(';')[0];

    private static IEnumerable<string> CookiesOf(HttpResponseMessage answer) => answer.Headers.GetValues("Set-Cookie");

    /// <summary>Where the sign-in page sends whoever has this cookie; itself for nobody.</summary>
    private static async Task<string> DestinationAsync(HttpClient http, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.Add("Cookie", cookie);
        using var answer = await http.SendAsync(request, Cancellation);
        return answer.Headers.Location is { } location ? new Uri(http.BaseAddress!, location).PathAndQuery : "/sign-in";
    }

    private static KeyValuePair<string, string>[] Https(string folder) =>
        [
            new("urls", "https://127.0.0.1:0"),
            new("Kestrel:Certificates:Default:Path", WriteCertificate(folder)),
            new("Kestrel:Certificates:Default:Password", Password),
        ];

    private static string WriteCertificate(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(Subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(
            DateTimeOffset.UtcNow.AddDays(-1),
            DateTimeOffset.UtcNow.AddDays(30)
        );
        var path = Path.Combine(folder, "certificate.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, Password));
        return path;
    }

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)")]
    private static partial Regex Token();
}
