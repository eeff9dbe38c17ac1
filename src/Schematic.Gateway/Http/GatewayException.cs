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

    /// <summary>Status of the response; null if there was none.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>How long the API asks to wait, on 429.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>
    /// Path of the refused member of the request body or query, in wire names, like
    /// <c>rules[2].conditions[0].operator</c>; null if the refusal is not about one member.
    /// </summary>
    public string? Field { get; init; }

    /// <summary>Body of a 412.</summary>
    internal string? StaleBody { get; init; }

    /// <summary><c>ETag</c> of a 412.</summary>
    internal string? StaleETag { get; init; }

    /// <summary>No response came, so nobody knows whether the call took effect.</summary>
    public bool IsUnreachable => Status is null;

    public bool IsNotFound => Status == HttpStatusCode.NotFound;

    public bool IsConflict => Status == HttpStatusCode.Conflict;

    /// <summary>The resource is not in the state that <c>If-Match</c> named: somebody else has changed it.</summary>
    public bool IsStale => Status == HttpStatusCode.PreconditionFailed;

    /// <summary>
    /// After a stale write, the resource as it is now and the <c>ETag</c> of that state; null if the API sent neither.
    /// </summary>
    /// <typeparam name="TData">What a read of the resource returns.</typeparam>
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
