using System.Net;
using System.Net.Sockets;

namespace Schematic.Testing.Processes;

public static class FreePort
{
    /// <summary>A port of 127.0.0.1 that nobody listens on now, for a program that cannot be given port 0.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
