using System.Net;
using System.Text.Json;
using Schematic.Contracts.Wire;

namespace Schematic.Gateway.Http;

/// <summary>The one way a call fails: the API refused it, or could not be reached.</summary>
public sealed class GatewayException : Exception
{
    public GatewayException(
        HttpStatusCode? status,
        string message,
        TimeSpan? retryAfter = null,
        Exception? inner = null
    )
        : base(message, inner)
    {
        Status = status;
        RetryAfter = retryAfter;
    }

    /// <summary>The answer's status; null where there was no answer.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>How long the API asks to wait, on 429.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>The body of a 412.</summary>
    internal string? StaleBody { get; init; }

    internal string? StaleETag { get; init; }

    public bool IsUnreachable => Status is null;

    public bool IsNotFound => Status == HttpStatusCode.NotFound;

    public bool IsConflict => Status == HttpStatusCode.Conflict;

    /// <summary>Somebody else wrote first: what <c>If-Match</c> named is not what is there by now.</summary>
    public bool IsStale => Status == HttpStatusCode.PreconditionFailed;

    /// <summary>Of a stale write: the resource as it is now, and the <c>ETag</c> of that state. Null where the API did not tell.</summary>
    /// <typeparam name="TData">What a read of the resource answers.</typeparam>
    public (TData Data, string? ETag)? Current<TData>()
        where TData : class
    {
        if (StaleBody is null)
            return null;
        try
        {
            return JsonSerializer.Deserialize<StaleError<TData>>(StaleBody, WireJson.Tolerant) is { Data: { } data }
                ? (data, StaleETag)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
