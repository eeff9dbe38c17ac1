using System.Globalization;
using System.Net;
using Schematic.Testing.Processes;

namespace Schematic.E2E.Sdk;

/// <summary>An application with one empty page. Another port is another origin.</summary>
internal sealed class Shop : IDisposable
{
    private readonly HttpListener _listener = new();

    public Shop()
    {
        Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}/");
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = ServeAsync();
    }

    public string Address { get; }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            var visit = await _listener.GetContextAsync();
            visit.Response.ContentType = "text/html";
            visit.Response.Close("<title>Shop</title>"u8.ToArray(), willBlock: false);
        }
    }
}
