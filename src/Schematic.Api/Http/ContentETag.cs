using System.Security.Cryptography;
using System.Text.Json;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Http;

/// <summary>
/// Names states by what is in them, for resources that are copied: a copy has the same name until one of the two
/// changes.
/// </summary>
internal static class ContentETag
{
    private const int HashLength = 16;

    /// <param name="content">What a write of the resource can change.</param>
    /// <returns>In its quotation marks.</returns>
    public static string Of(params object?[] content) =>
        Quote(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, WireJson.Strict)));

    private static string Quote(byte[] hash) => $"\"{Convert.ToHexStringLower(hash.AsSpan(0, HashLength))}\"";
}
