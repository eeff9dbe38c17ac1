using System.Net;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Shared.Loading;

/// <summary>Why a call failed, in words for the screen.</summary>
public sealed record LoadFailure
{
    public required string Title { get; init; }

    /// <summary>One sentence from the API, or about it.</summary>
    public required string Message { get; init; }

    /// <summary>True where waiting may be all it takes: the API is away or busy.</summary>
    public bool IsPassing { get; init; }

    /// <summary>No answer came: a write may have been done all the same.</summary>
    public bool IsUnanswered { get; init; }

    public bool IsSessionEnded { get; init; }

    public bool IsNotFound { get; init; }

    /// <summary>How long the API asked to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// True for the failures a screen explains. Any other exception is a defect and belongs to the error boundary.
    /// </summary>
    /// <param name="cancellationToken">The caller's own token: a cancellation by it is no failure.</param>
    public static bool Explains(Exception exception, CancellationToken cancellationToken) =>
        exception is GatewayException
        || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    public static LoadFailure FromException(Exception exception) =>
        exception switch
        {
            GatewayException { IsUnreachable: true } away => new()
            {
                Title = "The API cannot be reached",
                Message = away.Message,
                IsPassing = true,
                IsUnanswered = true,
            },
            GatewayException { Status: HttpStatusCode.Unauthorized } ended => new()
            {
                Title = "Your session has ended",
                Message = ended.Message,
                IsSessionEnded = true,
            },
            GatewayException { Status: HttpStatusCode.Forbidden } refused => new()
            {
                Title = "You may not see this",
                Message = refused.Message,
            },
            GatewayException { IsNotFound: true } missing => new()
            {
                Title = "Not found",
                Message = missing.Message,
                IsNotFound = true,
            },
            GatewayException { Status: HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable } busy =>
                new()
                {
                    Title = "The API is busy",
                    Message = busy.Message,
                    IsPassing = true,
                    RetryAfter = busy.RetryAfter,
                },
            GatewayException other => new() { Title = "This could not be loaded", Message = other.Message },
            _ => new()
            {
                Title = "The API took too long",
                Message = "It did not answer in time.",
                IsPassing = true,
                IsUnanswered = true,
            },
        };
}
