using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Schematic.Api.Hosting.Start;

/// <summary>An address to listen on.</summary>
/// <param name="Setting">The setting that names it.</param>
/// <param name="Certificate">The section of its certificate, if it needs one; null where none can be named.</param>
internal sealed record ListenAddress(string Setting, string Url, IConfigurationSection? Certificate = null)
{
    private const string DefaultCertificate = "Kestrel:Certificates:Default";
    private const string Api = "Api:Urls";
    private const string Console = "ASPNETCORE_URLS";
    private const string Endpoints = "Kestrel:Endpoints";

    /// <summary>Addresses of the API in a process of its own, where Kestrel's settings come first.</summary>
    public static IReadOnlyList<ListenAddress> OfApiAlone(IConfiguration configuration, IEnumerable<string> urls) =>
        OfKestrel(configuration) is { Count: > 0 } endpoints
            ? endpoints
            : [.. OfApi(urls).Select(address => address.By(configuration))];

    /// <summary>Addresses of the API beside the console, which has Kestrel's settings for itself.</summary>
    public static IReadOnlyList<ListenAddress> OfApi(IEnumerable<string> urls) =>
        [.. urls.Select(static url => new ListenAddress(Api, url))];

    /// <param name="otherwise">The address of a console whose settings name none.</param>
    public static IReadOnlyList<ListenAddress> OfConsole(IConfiguration configuration, string otherwise)
    {
        if (OfKestrel(configuration) is { Count: > 0 } endpoints)
            return endpoints;
        if (Split(configuration["urls"]) is { Count: > 0 } urls)
            return [.. urls.Select(url => new ListenAddress(Console, url).By(configuration))];
        ListenAddress[] ports =
        [
            .. Split(configuration["http_ports"])
                .Select(static port => new ListenAddress("ASPNETCORE_HTTP_PORTS", $"http://*:{port}")),
            .. Split(configuration["https_ports"])
                .Select(port => new ListenAddress("ASPNETCORE_HTTPS_PORTS", $"https://*:{port}").By(configuration)),
        ];
        return ports.Length > 0 ? ports : [new ListenAddress(Console, otherwise)];
    }

    /// <summary>Why these addresses cannot all be listened on, now and in one process.</summary>
    public static IEnumerable<StartProblem> FindProblems(IReadOnlyList<ListenAddress> addresses)
    {
        var seen = new List<(ListenAddress Address, IPEndPoint EndPoint)>();
        foreach (var address in addresses)
        {
            if (address.EndPoints() is not { } endPoints)
            {
                yield return new($"{address.Setting}: \"{address.Url}\" is not an address like http://localhost:5080.");
                continue;
            }

            var twin = seen.Find(other => endPoints.Any(one => Overlap(one, other.EndPoint))).Address;
            var problem = twin is null
                ? endPoints.Select(address.Probe).FirstOrDefault(static found => found is not null)
                : Same(twin, address, endPoints[0].Port);
            if (problem is not null)
                yield return problem;
            seen.AddRange(endPoints.Select(endPoint => (address, endPoint)));
        }
    }

    private static List<ListenAddress> OfKestrel(IConfiguration configuration) =>
        [
            .. configuration
                .GetSection(Endpoints)
                .GetChildren()
                .Where(static endpoint => !string.IsNullOrEmpty(endpoint["Url"]))
                .Select(endpoint =>
                {
                    var own = endpoint.GetSection("Certificate");
                    var address = new ListenAddress($"{endpoint.Path}:Url", endpoint["Url"]!, own);
                    return own.Exists() ? address : address.By(configuration);
                }),
        ];

    private ListenAddress By(IConfiguration configuration) =>
        this with
        {
            Certificate = configuration.GetSection(DefaultCertificate),
        };

    private static List<string> Split(string? list) =>
        [.. (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static StartProblem Same(ListenAddress one, ListenAddress other, int port) =>
        new(
            $"{other.Setting}: {other.Url} has the same port as {one.Url} of {one.Setting}. "
                + $"Give each a port of its own, like {other.Example(port)}."
        );

    /// <summary>As Kestrel reads it; none for what is no port, null for what is no address.</summary>
    private List<IPEndPoint>? EndPoints()
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(Url);
        }
        catch (FormatException)
        {
            return null;
        }

        if (address.IsUnixPipe || address.IsNamedPipe)
            return [];
        if (address.Port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
            return null;
        IPAddress[] hosts = string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase)
            ? [IPAddress.Loopback, IPAddress.IPv6Loopback]
            // Any other name is Kestrel's way to say "every address".
            : [IPAddress.TryParse(address.Host, out var ip) ? ip : IPAddress.IPv6Any];
        return [.. hosts.Select(host => new IPEndPoint(host, address.Port))];
    }

    private static bool Overlap(IPEndPoint one, IPEndPoint other) =>
        one.Port == other.Port
        && one.Port != 0
        && (IsAny(one.Address) || IsAny(other.Address) || one.Address.Equals(other.Address));

    private static bool IsAny(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);

    // Listened on for a moment.
    private StartProblem? Probe(IPEndPoint endPoint)
    {
        try
        {
            using var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            if (endPoint.Address.Equals(IPAddress.IPv6Any))
                socket.DualMode = true;
            socket.Bind(endPoint);
            socket.Listen();
            return null;
        }
        catch (SocketException refused)
        {
            return Explain(endPoint, refused.SocketErrorCode);
        }
    }

    private StartProblem? Explain(IPEndPoint endPoint, SocketError error) =>
        error switch
        {
            SocketError.AddressAlreadyInUse => new(
                $"{Setting}: {Url} is taken by another program, or by this one, started before. "
                    + $"Stop it, or listen elsewhere, like {Example(endPoint.Port)}.",
                $"{Url} is in use, as it is while the server runs."
            ),
            SocketError.AccessDenied => new(
                $"{Setting}: {Environment.UserName} may not listen on {Url}. "
                    + $"Take one of 1024 or a higher one, like {Example(endPoint.Port + 8000)}."
            ),
            // A machine without IPv6, where Kestrel makes do with IPv4.
            SocketError.AddressFamilyNotSupported => null,
            SocketError.AddressNotAvailable when endPoint.Address.Equals(IPAddress.IPv6Loopback) => null,
            SocketError.AddressNotAvailable => new(
                $"{Setting}: {Url} is no address of this machine. Name one that is."
            ),
            _ => new($"{Setting}: {Url} cannot be listened on ({error}). Name another address."),
        };

    private string Example(int port)
    {
        var name = Setting == Console ? "urls" : Setting;
        var free = port > IPEndPoint.MaxPort - 10 ? port - 10 : port + 10;
        return string.Create(CultureInfo.InvariantCulture, $"--{name}=http://localhost:{free}");
    }
}
