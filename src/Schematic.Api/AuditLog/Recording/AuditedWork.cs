using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Schematic.Api.Authentication;
using Schematic.Api.Http.Binding;
using Schematic.Api.Persistence;
using Schematic.Api.Sessions;
using Schematic.Contracts.ApiKeys;

namespace Schematic.Api.AuditLog.Recording;

/// <summary>
/// Middleware, behind authentication: fills the entry of a request with who asks for what, has it stored with the first
/// change, and copies the answer.
/// </summary>
internal sealed class AuditedWork(RequestDelegate next, IDatabase database, TimeProvider time)
{
    public Task InvokeAsync(HttpContext context, Caller caller) =>
        context.Features.Get<AuditEntry>() is { } entry ? RecordAsync(context, caller, entry) : next(context);

    private async Task RecordAsync(HttpContext context, Caller caller, AuditEntry entry)
    {
        AuditedRequests.NoteCaller(entry, caller);
        if (caller.SessionToken is { } token)
            await NoteMemberAsync(entry, token, context.RequestAborted);
        entry.RequestBody = await RequestBody.PeekAsync(context, AuditRedaction.Body);
        context.Features.GetRequiredFeature<CommittedWork>().Companion = entry;
        var original = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await using var copy = new AnswerCopy(original.Stream, AuditRedaction.MaxBytes);
        var body = new StreamResponseBodyFeature(copy, original);
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

        if (AuditRedaction.Body(copy.Written) is { } answer)
            NoteAnswer(entry, answer);
    }

    private async Task NoteMemberAsync(AuditEntry entry, string token, CancellationToken cancellationToken)
    {
        await using var db = database.OpenAccount();
        if (await SessionStore.MemberAsync(db, token, time.Now(), cancellationToken) is not { } member)
            return;
        (entry.ActorType, entry.UserId, entry.UserName) = (ActorType.AppUser, member.Id, member.Name);
    }

    private static void NoteAnswer(AuditEntry entry, string answer)
    {
        entry.ResponseBody = PackedText.Pack(answer);
        using var json = JsonDocument.Parse(answer);
        if (
            json.RootElement.ValueKind == JsonValueKind.Object
            && json.RootElement.TryGetProperty("data", out var data)
            && data.ValueKind == JsonValueKind.Object
        )
        {
            entry.Resource = entry.Resource.Answered(Text(data, "id"), Text(data, "name"));
            // Whoever signs in is known by the answer.
            if (entry.UserId is null && Text(data, "member_id") is { } member)
                (entry.ActorType, entry.UserId, entry.UserName) = (ActorType.AppUser, member, Text(data, "name"));
        }
    }

    private static string? Text(JsonElement data, string name) =>
        data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
