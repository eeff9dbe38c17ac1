using Microsoft.AspNetCore.Http.Extensions;
using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Http.Idempotency;
using Schematic.Api.Persistence;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Wire;

namespace Schematic.Api.AuditLog.Recording;

/// <summary>
/// Middleware, around authentication: begins an entry for each request that is to change something, and hands it on
/// once the request is answered, whatever the answer. See docs/adr/0035.
/// </summary>
internal sealed class AuditedRequests(RequestDelegate next, AuditQueue queue, TimeProvider time)
{
    public Task InvokeAsync(HttpContext context, Caller caller)
    {
        if (context.GetEndpoint() is not RouteEndpoint endpoint || !IsAudited(context.Request.Method, endpoint))
            return next(context);
        var entry = new AuditEntry
        {
            Id = caller.RequestId,
            Method = context.Request.Method,
            Url = AuditRedaction.Url(context.Request.GetEncodedPathAndQuery()),
            StartedAt = time.Now(),
            Resource = AuditedResource.Find(endpoint.RoutePattern, context.Request.RouteValues),
        };
        context.Features.Set(entry);
        context.Response.OnCompleted(() => AnsweredAsync(context, caller, entry));
        return NoteRefusalAsync(context, entry);
    }

    /// <summary>
    /// Whether requests of the operation are to change something that somebody set up. Events and checks come by the
    /// thousand, and have lists of their own.
    /// </summary>
    public static bool IsAudited(string method, Endpoint endpoint) =>
        !HttpMethods.IsGet(method)
        && (endpoint.Metadata.GetMetadata<AccessRule>()?.Access ?? Access.Admin)
            is Access.Write
                or Access.Admin
                or Access.Console
        && endpoint.Metadata.GetMetadata<OnlyReadsMetadata>() is null;

    // The answer is written further out, where nobody copies it.
    private async Task NoteRefusalAsync(HttpContext context, AuditEntry entry)
    {
        try
        {
            await next(context);
        }
        catch (ApiException refusal)
        {
            var answer = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(
                new ApiError { Error = refusal.Message, Field = refusal.Field },
                WireJson.Strict
            );
            entry.ResponseBody = AuditRedaction.Body(answer) is { } kept ? PackedText.Pack(kept) : null;
            throw;
        }
    }

    private async Task AnsweredAsync(HttpContext context, Caller caller, AuditEntry entry)
    {
        // A stranger is nobody's actor, and whoever is answered from memory changes nothing once more.
        if (
            (caller.Key is null && !caller.IsConsole)
            || context.Response.Headers.ContainsKey(IdempotentRequests.ReplayedHeader)
        )
            return;
        NoteCaller(entry, caller);
        entry.Status = context.Response.StatusCode;
        entry.EndedAt = time.Now();
        await queue.AddAsync(entry);
    }

    /// <summary>Says who asks, as far as the request tells.</summary>
    public static void NoteCaller(AuditEntry entry, Caller caller)
    {
        entry.EnvironmentId = caller.EnvironmentOrNull?.Id;
        if (caller.Key is not { } key)
            return;
        entry.ActorType = ActorType.ApiKey;
        entry.ApiKeyId = key.Id;
    }
}
