using System.Net;
using System.Net.Sockets;

namespace Schematic.Api.Authentication;

/// <summary>
/// The network that an address is counted with. Whoever has one IPv6 address mostly has the 2⁶⁴ around it as well.
/// </summary>
internal static class ClientNetwork
{
    private const int PrefixBytes = 8;

    public const string Unknown = "unknown";

    public static string Of(string? address) => Of(IPAddress.TryParse(address, out var parsed) ? parsed : null);

    public static string Of(IPAddress? address)
    {
        if (address is null)
            return Unknown;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, PrefixBytes))
            : address.ToString();
    }
}
