using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Schematic.Api.Persistence;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Http;

/// <summary>
/// The one place where a failure becomes an answer: <c>{"error": "…"}</c>, never an exception's text.
/// </summary>
internal sealed partial class ErrorWriter(RequestDelegate next, ILogger<ErrorWriter> logger)
{
    // SQLITE_CONSTRAINT_FOREIGNKEY
    private const int SqliteForeignKeyViolation = 787;

    private const string UnknownOutcome =
        "The database was lost while it stored this change, and whether it did is not known. "
        + "Read what was to be changed before sending it again.";
    private const string AnswerLost =
        "The change was stored, but the database was lost before its answer could be read. "
        + "Read what was to be changed before sending it again.";
    private const string OutOfReach =
        "The database cannot be reached right now; nothing was changed. Try again in a moment.";
    private const string DiskFull =
        "The disk of the database is full; nothing was changed. Whoever runs the database has to make room.";
    private const string TooSlow = "The database did not answer in time; nothing was changed. Try again in a moment.";

    /// <summary>The status, still without a body, of a request that has worked for as long as it may.</summary>
    public const int GivenUp = StatusCodes.Status503ServiceUnavailable;

    /// <summary>How long callers wait before they try a database again that could not be reached.</summary>
    public static readonly TimeSpan DatabaseRetry = TimeSpan.FromSeconds(1);

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception) when (context.Response.HasStarted)
        {
            // The status is on the wire already: all that is left is to cut the connection, which Kestrel does.
            throw;
        }
        catch (Exception failure)
        {
            await WriteFailureAsync(context, failure);
            return;
        }

        if (context.Response is not { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
            return;
        if (context.Response.StatusCode == GivenUp)
        {
            Log.GivenUp(logger, context.Request.Method, context.Request.Path);
            await WriteUnavailableAsync(context, TooSlow);
        }
        else
            await WriteAsync(context, context.Response.StatusCode, Sentence(context.Response.StatusCode));
    }

    public static Task WriteAsync(HttpContext context, ApiException refusal)
    {
        if (refusal.RetryAfter is { } wait)
            RetryAfter.Write(context, wait);
        return refusal.Current is { } current
            ? WriteStaleAsync(context, refusal, current)
            : WriteAsync(context, refusal.Status, refusal.Message, refusal.Field);
    }

    private Task WriteFailureAsync(HttpContext context, Exception failure)
    {
        switch (failure)
        {
            case ApiException refusal:
                return WriteAsync(context, refusal);
            case BadHttpRequestException bad:
                return WriteAsync(context, bad.StatusCode, Sentence(bad.StatusCode));
            case OperationCanceledException when context.RequestAborted.IsCancellationRequested:
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
                return Task.CompletedTask;
            case UnknownOutcomeException:
                Log.OutcomeUnknown(logger, failure, context.Request.Method, context.Request.Path);
                RetryAfter.Write(context, DatabaseRetry);
                return WriteAsync(context, StatusCodes.Status504GatewayTimeout, UnknownOutcome);
            case var _ when RefersToNothing(failure):
                return WriteAsync(
                    context,
                    StatusCodes.Status409Conflict,
                    "Something that this change refers to was deleted meanwhile; nothing was changed. Read it again, then decide."
                );
            case var _ when DatabaseFailure.IsOutOfReach(failure):
                // That it is lost or full was said once, by whoever watches it.
                if (
                    failure is not LostDatabaseException
                    && !DatabaseFailure.IsDiskFull(failure)
                    && context.RequestServices.GetService<IDatabase>()?.LostSince is null
                )
                    Log.DatabaseOutOfReach(logger, failure);
                return WriteUnavailableAsync(context, DatabaseFailure.IsDiskFull(failure) ? DiskFull : OutOfReach);
            default:
                Log.Failed(logger, failure, context.Request.Method, context.Request.Path);
                return WriteAsync(
                    context,
                    StatusCodes.Status500InternalServerError,
                    $"Something failed on the server {(HasCommitted(context) ? "after the change was stored" : "and nothing was changed")}. Its log has the details under {context.TraceIdentifier}."
                );
        }
    }

    private static Task WriteUnavailableAsync(HttpContext context, string nothingWasChanged)
    {
        RetryAfter.Write(context, DatabaseRetry);
        return HasCommitted(context)
            ? WriteAsync(context, StatusCodes.Status504GatewayTimeout, AnswerLost)
            : WriteAsync(context, StatusCodes.Status503ServiceUnavailable, nothingWasChanged);
    }

    private static bool HasCommitted(HttpContext context) => context.Features.Get<CommittedWork>() is { Any: true };

    private static Task WriteAsync(HttpContext context, int status, string sentence, string? field = null)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(
            new ApiError { Error = sentence, Field = field },
            WireJson.Strict,
            context.RequestAborted
        );
    }

    private static Task WriteStaleAsync(HttpContext context, ApiException refusal, WithETag<object> current)
    {
        context.Response.StatusCode = refusal.Status;
        context.Response.Headers.ETag = current.ETag;
        return context.Response.WriteAsJsonAsync(
            new StaleError<object> { Error = refusal.Message, Data = current.Value },
            WireJson.Strict,
            context.RequestAborted
        );
    }

    private static bool RefersToNothing(Exception failure) =>
        (failure as DbException ?? failure.InnerException as DbException) switch
        {
            PostgresException violation => violation.SqlState == PostgresErrorCodes.ForeignKeyViolation,
            SqliteException violation => violation.SqliteExtendedErrorCode == SqliteForeignKeyViolation,
            _ => false,
        };

    /// <summary>The sentence for a status about which no more is known.</summary>
    public static string Sentence(int status) =>
        status switch
        {
            StatusCodes.Status404NotFound =>
                "There is no such operation. The operations are listed at /openapi/v1.json.",
            StatusCodes.Status405MethodNotAllowed =>
                "This path does not take that method. The operations are listed at /openapi/v1.json.",
            StatusCodes.Status413PayloadTooLarge => "The request body is larger than 1 MiB. Send less at once.",
            StatusCodes.Status408RequestTimeout => "The request did not arrive in time. Send it again.",
            StatusCodes.Status414UriTooLong =>
                "The address is longer than 8 kB. Send what is long in a body, or less at once.",
            StatusCodes.Status431RequestHeaderFieldsTooLarge =>
                "The request headers are larger than 32 kB, or more than a hundred. Send less.",
            _ => "The request could not be read as HTTP. Look at its address and its headers.",
        };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
        public static partial void Failed(ILogger logger, Exception failure, string method, PathString path);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} may have been stored or not")]
        public static partial void OutcomeUnknown(ILogger logger, Exception failure, string method, PathString path);

        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "{Method} {Path} was given up: the database did not answer in time"
        )]
        public static partial void GivenUp(ILogger logger, string method, PathString path);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The database cannot be reached")]
        public static partial void DatabaseOutOfReach(ILogger logger, Exception failure);
    }
}
