using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Schematic.Api.Authentication;
using Schematic.Api.Evaluation;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;
using static Schematic.Contracts.Members.AccountMemberPermission;

namespace Schematic.Api.Events.Capture;

/// <summary>
/// Ways to send events. Those of SDKs, <c>/batch</c> and <c>/e</c>, are not in the published description:
/// docs/wire-compatibility.md.
/// </summary>
internal static class CaptureEndpoints
{
    private const int MaxBatch = 1000;
    private const int MaxCaptured = 100;

    public static void MapCapture(this IEndpointRouteBuilder api)
    {
        api.MapPost("/events", Create)
            .WithName("createEvent")
            .InEnvironment(Access.Capture, CompaniesEdit)
            .RequireCors(CheckEndpoints.FromBrowsers);
        api.MapPost("/event-batch", CreateBatch)
            .WithName("createEventBatch")
            .InEnvironment(Access.Capture, CompaniesEdit)
            .RequireCors(CheckEndpoints.FromBrowsers);
        api.MapPost("/batch", CaptureBatch)
            .WithName("captureEventBatch")
            .InAccount(Access.CaptureForm, CompaniesEdit)
            .RequireCors(CheckEndpoints.FromBrowsers);
        api.MapPost("/e", Capture)
            .WithName("captureEvent")
            .InAccount(Access.CaptureForm, CompaniesEdit)
            .RequireCors(CheckEndpoints.FromBrowsers);
    }

    private static async Task<Created<Envelope<RawEventResponseData>>> Create(
        RawBody<CreateEventRequestBody> body,
        HttpContext context,
        EventCapture capture
    ) => Responses.Created(Receipt(context, await capture.SendAsync(body.Json)));

    private static async Task<Created<Envelope<RawEventBatchResponseData>>> CreateBatch(
        RawBody<CreateEventBatchRequestBody> body,
        HttpContext context,
        EventCapture capture
    )
    {
        var events = Events(body.Json);
        if (events.Count > MaxBatch)
            throw ApiProblem.BadRequest(
                $"events has {events.Count} entries; at most {MaxBatch} fit one batch.",
                "events"
            );
        var outcomes = await capture.SendAsync(events);
        return Responses.Created(
            new RawEventBatchResponseData { Events = [.. outcomes.Select(outcome => Receipt(context, outcome))] }
        );
    }

    private static async Task<Results<Ok<CaptureResponse>, BadRequest<BatchTooLarge>>> CaptureBatch(
        RawBody<CaptureBatchRequestBody> body,
        HttpContext context,
        EventCapture capture
    )
    {
        var events = Events(body.Json);
        if (events.Count > MaxCaptured)
            return TypedResults.BadRequest(new BatchTooLarge { Error = "batch too large", MaxSize = MaxCaptured });
        await capture.CaptureAsync(events, context.Connection.RemoteIpAddress);
        return TypedResults.Ok(new CaptureResponse());
    }

    private static async Task<Ok<CaptureResponse>> Capture(
        RawBody<CapturedEventRequestBody> body,
        HttpContext context,
        EventCapture capture
    )
    {
        await capture.CaptureAsync([body.Json], context.Connection.RemoteIpAddress);
        return TypedResults.Ok(new CaptureResponse());
    }

    private static List<JsonElement> Events(JsonElement body)
    {
        if (!body.TryGetProperty("events", out var events))
            throw ApiProblem.BadRequest("events is required.", "events");
        return events.ValueKind == JsonValueKind.Array
            ? [.. events.EnumerateArray()]
            : throw ApiProblem.BadRequest("events must be a list, each item an object.", "events");
    }

    private static RawEventResponseData Receipt(HttpContext context, EventOutcome outcome)
    {
        var connection = context.Connection;
        return new RawEventResponseData
        {
            CapturedAt = outcome.CapturedAt,
            EventId = outcome.EventId,
            RemoteAddr = connection.RemoteIpAddress is { } address ? $"{address}:{connection.RemotePort}" : null,
            RemoteIp = connection.RemoteIpAddress?.ToString() ?? "",
            UserAgent = context.Request.Headers.UserAgent.ToString(),
        };
    }
}
