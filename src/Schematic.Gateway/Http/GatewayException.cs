using System.Net;

namespace Schematic.Gateway.Http;

/// <summary>The one way a call fails: the API refused it, or could not be reached.</summary>
public sealed class GatewayException : Exception
{
    public GatewayException(HttpStatusCode? status, string message, TimeSpan? retryAfter = null, Exception? inner = null)
        : base(message, inner)
    {
        Status = status;
        RetryAfter = retryAfter;
    }

    /// <summary>The answer's status; null where there was no answer.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>How long the API asks to wait, on 429.</summary>
    public TimeSpan? RetryAfter { get; }

    public bool IsUnreachable => Status is null;

    public bool IsNotFound => Status == HttpStatusCode.NotFound;

    public bool IsConflict => Status == HttpStatusCode.Conflict;
}
