using Microsoft.AspNetCore.Http.Features;
using Schematic.Api.Authentication;
using Schematic.Api.Http.Binding;
using Schematic.Api.Persistence;

namespace Schematic.Api.Http.Idempotency;

/// <summary>
/// Middleware: a POST that is sent again with its <c>Idempotency-Key</c> is answered as it was the first time, and not
/// carried out again. See docs/adr/0036.
/// </summary>
internal sealed partial class IdempotentRequests(
    RequestDelegate next,
    IDatabase database,
    ILogger<IdempotentRequests> logger
)
{
    public const string ReplayedHeader = "Idempotent-Replayed";

    // The first request has changed what it wanted to, and is about to be answered.
    private const int LooksForAnswer = 20;
    private static readonly TimeSpan AnswerInterval = TimeSpan.FromMilliseconds(50);

    public Task InvokeAsync(HttpContext context, Caller caller)
    {
        if (IsKeyed(context, caller))
            return InvokeOnceAsync(context, caller);
        context.Features.Set(CommittedWork.Begin());
        return next(context);
    }

    /// <summary>Whether the operation heeds the header.</summary>
    public static bool Heeds(string? method, IEnumerable<AccessRule> rules) =>
        method is not null
        && HttpMethods.IsPost(method)
        && rules.Any(static rule => rule.Access is not (Access.Open or Access.Console));

    // Keys are those of an environment or of the account: a sender of events who names itself in the body has none.
    private static bool IsKeyed(HttpContext context, Caller caller) =>
        context.Request.Headers.ContainsKey(IdempotencyKey.Header)
        && Heeds(context.Request.Method, context.GetEndpoint()?.Metadata.GetOrderedMetadata<AccessRule>() ?? [])
        && (caller.Key is not null || caller.IsConsole);

    private async Task InvokeOnceAsync(HttpContext context, Caller caller)
    {
        var environmentSeq = caller.EnvironmentOrNull?.Seq ?? SchematicDb.AccountSeq;
        var request = await KeyedRequest.ReadAsync(context, database, environmentSeq);
        try
        {
            if (await request.FindAsync(context.RequestAborted) is null)
            {
                await CarryOutAsync(context, request);
                return;
            }
        }
        catch (RepeatedRequestException)
        {
            // Another one with the key was quicker, and is answered below.
        }

        await ReplayAsync(context, request);
    }

    private async Task CarryOutAsync(HttpContext context, KeyedRequest request)
    {
        var work = CommittedWork.Begin(request.KeepAsync);
        context.Features.Set(work);
        var original = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var answer = new MemoryStream();
        var body = new StreamResponseBodyFeature(answer);
        context.Features.Set<IHttpResponseBodyFeature>(body);
        try
        {
            await next(context);
            await body.CompleteAsync();
        }
        finally
        {
            context.Features.Set(original);
        }

        if (work.Any && context.Response.StatusCode < StatusCodes.Status400BadRequest && !ShowsSecret(context))
            await KeepAnswerAsync(context, request, answer.ToArray());
        await context.Response.Body.WriteAsync(answer.ToArray(), context.RequestAborted);
    }

    // The change is stored, and its caller is told so in any case.
    private async Task KeepAnswerAsync(HttpContext context, KeyedRequest request, byte[] answer)
    {
        try
        {
            var eTag = context.Response.Headers.ETag.ToString();
            await request.KeepAnswerAsync(
                context.Response.StatusCode,
                eTag.Length == 0 ? null : eTag,
                answer,
                context.RequestAborted
            );
        }
        catch (Exception failure) when (DatabaseFailure.IsOutOfReach(failure))
        {
            Log.AnswerNotKept(logger, failure, context.Request.Method, context.Request.Path);
        }
    }

    private static async Task ReplayAsync(HttpContext context, KeyedRequest request)
    {
        var row = await request.FindAsync(context.RequestAborted);
        for (var look = 0; look < LooksForAnswer && row is { Status: null } && !ShowsSecret(context); look++)
        {
            await Task.Delay(AnswerInterval, context.RequestAborted);
            row = await request.FindAsync(context.RequestAborted);
        }

        if (row is not { Status: { } status, Answer: { } answer })
            throw ApiProblem.Conflict(
                $"The request with this {IdempotencyKey.Header} was carried out before, and its answer is not kept. "
                    + "Read what it changed; nothing was changed now."
            );
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers[ReplayedHeader] = "true";
        if (row.ETag is { } eTag)
            context.Response.Headers.ETag = eTag;
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }

    private static bool ShowsSecret(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ShowsSecretMetadata>() is not null;

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Warning,
            Message = "{Method} {Path} was carried out, and its answer could not be kept for its idempotency key"
        )]
        public static partial void AnswerNotKept(ILogger logger, Exception failure, string method, PathString path);
    }
}

/// <summary>Endpoint metadata: the answer holds a secret that is shown once and kept nowhere.</summary>
internal sealed record ShowsSecretMetadata;

internal static class ShowsSecretExtensions
{
    public static T ShowsSecret<T>(this T builder)
        where T : IEndpointConventionBuilder => builder.WithMetadata(new ShowsSecretMetadata());
}
