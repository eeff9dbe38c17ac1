using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Schematic.Api.Hosting.Start;
using Schematic.Testing.Processes;

namespace Schematic.Api.Tests.Hosting.Start;

public sealed class ListenAddressTests
{
    [Theory]
    [InlineData("urls=http://a:1;http://b:2", "ASPNETCORE_URLS=http://a:1 ASPNETCORE_URLS=http://b:2")]
    [InlineData(
        "http_ports=8080 https_ports=8081",
        "ASPNETCORE_HTTP_PORTS=http://*:8080 ASPNETCORE_HTTPS_PORTS=https://*:8081"
    )]
    [InlineData("urls=http://a:1 http_ports=8080", "ASPNETCORE_URLS=http://a:1")]
    [InlineData("Kestrel:Endpoints:Own:Url=https://*:443 urls=http://a:1", "Kestrel:Endpoints:Own:Url=https://*:443")]
    [InlineData("", "ASPNETCORE_URLS=http://localhost:5080")]
    public void A_console_listens_where_kestrel_would(string settings, string addresses) =>
        Assert.Equal(
            addresses.Split(' '),
            ListenAddress
                .OfConsole(Configuration(settings), "http://localhost:5080")
                .Select(static one => $"{one.Setting}={one.Url}")
        );

    [Theory]
    [InlineData("", "Api:Urls=http://localhost:5081")]
    [InlineData("Kestrel:Endpoints:Own:Url=https://*:443", "Kestrel:Endpoints:Own:Url=https://*:443")]
    public void An_api_alone_listens_where_kestrel_would(string settings, string address)
    {
        var one = Assert.Single(ListenAddress.OfApiAlone(Configuration(settings), ["http://localhost:5081"]));

        Assert.Equal(address, $"{one.Setting}={one.Url}");
    }

    [Theory]
    [InlineData("http://localhost:0", "http://localhost:0", null)]
    [InlineData("http://127.0.0.1:{0}", "http://127.0.0.2:{0}", null)]
    [InlineData("http://127.0.0.1:{0}", "http://localhost:{0}", "has the same port as")]
    [InlineData("http://localhost:{0}", "http://example.com:{0}", "has the same port as")]
    [InlineData("http://+:{0}", "http://127.0.0.2:{0}", "has the same port as")]
    [InlineData("http://localhost:{0}", "nowhere", "is not an address like")]
    [InlineData("http://localhost:{0}", "http://localhost:70000", "is not an address like")]
    [InlineData("http://localhost:{0}", "http://192.0.2.1:{0}", "is no address of this machine")]
    [InlineData("http://unix:/tmp/schematic.sock", "http://localhost:{0}", null)]
    public void Addresses_that_cannot_stand_together_are_found(string console, string api, string? problem)
    {
        var port = FreePort.Next();
        ListenAddress[] both =
        [
            new("ASPNETCORE_URLS", string.Format(null, console, port)),
            new("Api:Urls", string.Format(null, api, port)),
        ];

        var problems = ListenAddress.FindProblems(both).ToList();

        if (problem is null)
            Assert.Empty(problems);
        else
            Assert.Contains(problem, Assert.Single(problems).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:{0}")]
    [InlineData("http://*:{0}")]
    [InlineData("http://127.0.0.1:{0}")]
    public void A_port_that_somebody_listens_on_is_in_use(string url)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        url = string.Format(null, url, ((IPEndPoint)taken.LocalEndpoint).Port);

        var problem = Assert.Single(ListenAddress.FindProblems([new("Api:Urls", url)]));

        Assert.StartsWith($"Api:Urls: {url} is taken by another program", problem.Sentence, StringComparison.Ordinal);
        Assert.Equal($"{url} is in use, as it is while the server runs.", problem.InUse);
    }

    [Fact]
    public void Looking_leaves_a_port_free()
    {
        ListenAddress[] addresses = [new("Api:Urls", RefusedStart.Address(FreePort.Next()))];

        Assert.Empty(ListenAddress.FindProblems(addresses));
        Assert.Empty(ListenAddress.FindProblems(addresses));
    }

    private static IConfiguration Configuration(string settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(static setting => setting.Split('=', 2))
                    .Select(static pair => KeyValuePair.Create(pair[0], (string?)pair[1]))
            )
            .Build();
}
