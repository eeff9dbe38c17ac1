using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Schematic.Testing;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using Schematic.Testing.Processes;

namespace Schematic.Packaging.Tests.Proxy;

/// <summary>deploy/nginx.conf, with nothing changed in it but ports and the paths of the certificates.</summary>
public sealed class NginxTests
{
    private const string CertificateName = "CN=example.com";

    private static readonly string Program = Environment.GetEnvironmentVariable("NGINX_PATH") ?? "/usr/sbin/nginx";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_example_serves_console_and_API_over_TLS()
    {
        Assert.SkipUnless(
            File.Exists(Program),
            "nginx is not installed (Debian, Ubuntu: apt-get install nginx-light)."
        );
        var folder = Directory.CreateTempSubdirectory("schematic-nginx-").FullName;
        var (plain, secure) = (FreePort.Next(), FreePort.Next());
        await using var server = await ServerProcess.StartAsync(
            ServerProgram.Console,
            DatabaseProvider.Sqlite,
            new ApiServerOptions { Settings = new Dictionary<string, string?> { ["TrustedProxies"] = "127.0.0.1" } }
        );
        WriteCertificate(folder);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "nginx.conf"),
            Configuration(folder, server, plain, secure),
            Cancellation
        );
        await using var nginx = ChildProcess.Start(
            [Program, "-p", folder, "-c", Path.Combine(folder, "nginx.conf"), "-e", Path.Combine(folder, "error.log")],
            lastSignal: "QUIT"
        );
        await Poll.UntilAsync(
            "nginx to listen",
            TimeSpan.FromSeconds(20),
            () => ProbeAsync(nginx, secure),
            Cancellation
        );

        await AssertServesAsync(plain, secure);
        await AssertPassesWebSocketsAsync(secure);
    }

    private static async Task AssertServesAsync(int plain, int secure)
    {
        using var http = Client(secure, plain);
        using var redirect = await http.GetAsync(new Uri("http://console.example.com/companies?q=a"), Cancellation);
        Assert.Equal(HttpStatusCode.PermanentRedirect, redirect.StatusCode);
        Assert.Equal("https://console.example.com/companies?q=a", redirect.Headers.Location?.ToString());

        using var page = await http.GetAsync(new Uri("https://console.example.com/sign-in"), Cancellation);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        // Only a program that knows that the browser came over https says so.
        Assert.All(
            page.Headers.GetValues("Set-Cookie"),
            static cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase)
        );

        http.DefaultRequestHeaders.Add("X-Schematic-Api-Key", ApiKeys.Production);
        using var api = await http.GetAsync(new Uri("https://api.example.com/whoami"), Cancellation);
        Assert.Equal(HttpStatusCode.OK, api.StatusCode);
    }

    private static async Task AssertPassesWebSocketsAsync(int secure)
    {
        using var http = Client(secure, secure);
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Origin", "https://console.example.com");
        // A circuit needs a member; that it is asked who is there shows that the request has come through as one.
        var refused = await Record.ExceptionAsync(() =>
            socket.ConnectAsync(new Uri("wss://console.example.com/_blazor"), http, Cancellation)
        );
        Assert.True(
            socket.State == WebSocketState.Open
                || socket.HttpStatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Found
                || refused?.Message.Contains("302", StringComparison.Ordinal) == true,
            refused?.ToString()
        );
    }

    private static async Task<string?> ProbeAsync(ChildProcess nginx, int secure)
    {
        if (nginx.HasExited)
            throw new InvalidOperationException($"nginx did not start:\n{nginx.Output}");
        try
        {
            using var http = Client(secure, secure);
            using var answer = await http.GetAsync(new Uri("https://api.example.com/health/live"), Cancellation);
            return answer.IsSuccessStatusCode ? null : answer.StatusCode.ToString();
        }
        catch (HttpRequestException failure)
        {
            return failure.Message;
        }
    }

    /// <summary>Both names are this machine, which nobody vouches for.</summary>
    private static HttpClient Client(int secure, int plain) =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                ConnectCallback = async (context, token) =>
                {
                    var socket = new System.Net.Sockets.Socket(
                        System.Net.Sockets.SocketType.Stream,
                        System.Net.Sockets.ProtocolType.Tcp
                    );
                    await socket.ConnectAsync(
                        IPAddress.Loopback,
                        context.DnsEndPoint.Port == 443 ? secure : plain,
                        token
                    );
                    return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
                },
                SslOptions =
                {
                    RemoteCertificateValidationCallback = static (_, certificate, _, _) =>
                        certificate?.Subject == CertificateName,
                },
            }
        );

    private static string Configuration(string folder, ServerProcess server, int plain, int secure)
    {
        var example = File.ReadAllText(Repository.PathTo("deploy", "nginx.conf"))
            .Replace("listen 80;", Listen(plain, ""), StringComparison.Ordinal)
            .Replace("listen 443 ssl", Listen(secure, " ssl").TrimEnd(';'), StringComparison.Ordinal)
            .Replace("127.0.0.1:5080", server.ConsoleAddress.Authority, StringComparison.Ordinal)
            .Replace("127.0.0.1:5081", server.ApiAddress.Authority, StringComparison.Ordinal);
        foreach (var name in new[] { "console", "api" })
            example = example.Replace($"/etc/letsencrypt/live/{name}.example.com", folder, StringComparison.Ordinal);
        // What a distribution's nginx.conf has around it.
        var user = Environment.UserName == "root" ? "user root;" : "";
        return $$"""
            {{user}}
            daemon off;
            pid {{folder}}/nginx.pid;
            events {}
            http {
                access_log off;
                client_body_temp_path {{folder}}/body;
                proxy_temp_path {{folder}}/proxy;
                fastcgi_temp_path {{folder}}/fastcgi;
                uwsgi_temp_path {{folder}}/uwsgi;
                scgi_temp_path {{folder}}/scgi;
                {{example}}
            }
            """;
    }

    private static string Listen(int port, string rest) =>
        string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{port}{rest};");

    private static void WriteCertificate(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(CertificateName, key, HashAlgorithmName.SHA256);
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(Path.Combine(folder, "fullchain.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "privkey.pem"), key.ExportPkcs8PrivateKeyPem());
    }
}
