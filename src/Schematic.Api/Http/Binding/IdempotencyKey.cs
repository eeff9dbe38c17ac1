namespace Schematic.Api.Http.Binding;

/// <summary>
/// The header <c>Idempotency-Key</c>, an addition to the published API: a request that is sent again with its key is
/// carried out once.
/// </summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    /// <summary>Characters that a key may have.</summary>
    public const int MaxLength = 255;

    /// <exception cref="ApiException">400: there is more than one, or it is empty or too long.</exception>
    public static string Read(HttpRequest request) =>
        request.Headers[Header] is [{ Length: > 0 and <= MaxLength } key]
            ? key
            : throw ApiProblem.BadRequest($"{Header} must be one text of 1 to {MaxLength} characters.");
}
