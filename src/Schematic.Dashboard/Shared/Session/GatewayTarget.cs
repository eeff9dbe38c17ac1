using System.Security.Cryptography;

namespace Schematic.Dashboard.Shared.Session;

/// <summary>
/// Address of the API and the console's own key to it. Known before the console takes its first request.
/// </summary>
internal sealed class GatewayTarget
{
    private Uri? _baseAddress;
    private string? _key;

    public Uri BaseAddress => _baseAddress ?? throw new InvalidOperationException("The API has not been started yet.");

    public string Key => _key ?? throw new InvalidOperationException("The API has not been started yet.");

    /// <summary>A key that lives in this process's memory and nowhere else.</summary>
    public static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public void Locate(Uri baseAddress, string key)
    {
        // A relative path is resolved against the last segment unless that ends with a slash.
        _baseAddress = baseAddress.AbsolutePath.EndsWith('/') ? baseAddress : new Uri(baseAddress.AbsoluteUri + "/");
        _key = key;
    }
}
