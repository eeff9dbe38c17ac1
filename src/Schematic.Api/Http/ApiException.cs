namespace Schematic.Api.Http;

/// <summary>An answer other than success: a status, and a sentence that says what to do next.</summary>
internal sealed class ApiException(int status, string sentence, Exception? inner = null) : Exception(sentence, inner)
{
    public int Status { get; } = status;

    /// <summary>Path of the refused member, in wire names; null if the refusal is not about one member.</summary>
    public string? Field { get; private set; }

    /// <summary>How long to wait before trying again, where waiting helps.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Current state of the resource, after a stale write; otherwise null.</summary>
    public WithETag<object>? Current { get; init; }

    /// <summary>The same refusal, about <paramref name="field"/>.</summary>
    public ApiException About(string field)
    {
        Field = field;
        return this;
    }

    /// <summary>The same refusal, of a value that stands at <paramref name="path"/> in the request.</summary>
    public ApiException Within(string path) => Field is null ? this : About(FieldPath.Member(path, Field));
}
