namespace Schematic.Api.Http;

/// <summary>An answer other than success: a status, and a sentence that says what to do next.</summary>
internal sealed class ApiException(int status, string sentence, Exception? inner = null) : Exception(sentence, inner)
{
    public int Status { get; } = status;

    /// <summary>How long to wait before trying again, where waiting helps.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Of a stale write: what is there by now.</summary>
    public WithETag<object>? Current { get; init; }
}
