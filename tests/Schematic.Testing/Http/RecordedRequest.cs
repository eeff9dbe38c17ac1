using System.Net;

namespace Schematic.Testing.Http;

/// <summary>A request as it left the client.</summary>
public sealed record RecordedRequest
{
    public required string Method { get; init; }

    /// <summary>As sent, still escaped.</summary>
    public required string Path { get; init; }

    /// <summary>As sent, still escaped; with its question mark, or empty.</summary>
    public required string Query { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public string? ContentType { get; init; }

    public string? Body { get; init; }

    /// <summary>Name and value of each query parameter, decoded, in their order.</summary>
    public IReadOnlyList<(string Name, string Value)> Parameters =>
        [
            .. Query
                .TrimStart('?')
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(static pair => pair.Split('=', 2))
                .Select(static pair =>
                    (WebUtility.UrlDecode(pair[0]), WebUtility.UrlDecode(pair.ElementAtOrDefault(1) ?? ""))
                ),
        ];

    internal static async Task<RecordedRequest> FromAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    ) =>
        new()
        {
            Method = request.Method.Method,
            Path = request.RequestUri!.AbsolutePath,
            Query = request.RequestUri.Query,
            Headers = request.Headers.ToDictionary(
                static header => header.Key,
                static header => string.Join(", ", header.Value),
                StringComparer.OrdinalIgnoreCase
            ),
            ContentType = request.Content?.Headers.ContentType?.ToString(),
            Body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken),
        };
}
