using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Schematic.Api.Hosting;

/// <summary>
/// The proxies whose word counts: where a request came from, and over which scheme, is read from
/// <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> only if one of these sent it.
/// </summary>
internal static class TrustedProxies
{
    /// <summary>Addresses and networks, like <c>10.0.0.5;10.1.0.0/16</c>.</summary>
    public const string Setting = "TrustedProxies";

    // What ASPNETCORE_FORWARDEDHEADERS_ENABLED sets.
    private const string TrustEverybody = "ForwardedHeaders_Enabled";

    /// <summary>Errors in the setting, each naming it.</summary>
    public static IEnumerable<string> Errors(IConfiguration configuration)
    {
        foreach (var text in Split(configuration))
        {
            if (Parse(text) is null)
                yield return $"{Setting}: \"{text}\" is no address like 10.0.0.5 and no network like 10.1.0.0/16.";
        }

        if (string.Equals(configuration[TrustEverybody], "true", StringComparison.OrdinalIgnoreCase))
            yield return "ASPNETCORE_FORWARDEDHEADERS_ENABLED believes whoever sends a header. Remove it, and name "
                + $"your proxies in {Setting}.";
    }

    /// <summary>Does nothing where no proxy is named.</summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        var networks = Split(app.Configuration).Select(Parse).OfType<IPNetwork>().ToList();
        if (networks.Count == 0)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // As many as are named; the first that is not is where the request came from.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        networks.ForEach(options.KnownIPNetworks.Add);
        app.UseForwardedHeaders(options);
    }

    private static string[] Split(IConfiguration configuration) =>
        (configuration[Setting] ?? "").Split(
            [';', ','],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );

    private static IPNetwork? Parse(string text)
    {
        if (IPNetwork.TryParse(text, out var network))
            return network;
        return IPAddress.TryParse(text, out var address)
            ? new IPNetwork(address, 8 * address.GetAddressBytes().Length)
            : null;
    }
}
