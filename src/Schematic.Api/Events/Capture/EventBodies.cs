using System.Text.Json;
using Schematic.Api.Entities;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;

namespace Schematic.Api.Events.Capture;

/// <summary>Reads the body of an event in the form of its type.</summary>
internal static class EventBodies
{
    public const int MaxName = 256;

    // Sums of millions of events at this bound are still numbers of 64 bits.
    private const long MaxQuantity = 1_000_000_000_000;

    /// <exception cref="ApiException">400: the body is wrong.</exception>
    public static ReceivedEvent Read(EventType type, JsonElement json)
    {
        var body = new EventMembers(json, "body.");
        return type switch
        {
            EventType.Track => Track(body),
            EventType.Identify => Identify(body),
            EventType.Inference => Inference(body),
            _ => FlagCheck(body),
        };
    }

    private static ReceivedEvent Track(in EventMembers body) =>
        new()
        {
            Body = "",
            Subtype = Name(body.RequiredText("event")),
            Quantity = Quantity(body.WholeNumber("quantity") ?? 1, "body.quantity"),
            Company = Named(EntityType.Company, body),
            User = Named(EntityType.User, body),
            LeaseId = body.Text("lease_id"),
        };

    private static ReceivedEvent Identify(in EventMembers body)
    {
        var user = Described(EntityType.User, body, "body.keys");
        var company = body.Object("company") is { } inner
            ? Described(EntityType.Company, inner, "body.company.keys")
                ?? throw ApiProblem.BadRequest("body.company.keys is required.", "body.company.keys")
            : null;
        if (user is null && company is null)
            throw ApiProblem.BadRequest(
                "body.keys is required: an identify event names a user or a company.",
                "body.keys"
            );
        return new ReceivedEvent
        {
            Body = "",
            User = user,
            Company = company,
        };
    }

    // How many uses a call is for billing is not published: its requests are taken, which are one unless it says so.
    private static ReceivedEvent Inference(in EventMembers body)
    {
        body.RequiredText("provider");
        body.RequiredText("response_model");
        foreach (var required in (string[])["input_tokens", "output_tokens"])
        {
            if (body.WholeNumber(required) is null)
                throw ApiProblem.BadRequest($"body.{required} is required.", $"body.{required}");
        }

        foreach (var count in (string[])["input_tokens", "output_tokens", "cached_input_tokens", "reasoning_tokens"])
        {
            if (body.WholeNumber(count) < 0)
                throw ApiProblem.BadRequest($"body.{count} must not be negative.", $"body.{count}");
        }

        var requests = body.WholeNumber("requests") ?? 1;
        if (requests < 1)
            throw ApiProblem.BadRequest("body.requests must be at least 1.", "body.requests");
        return new ReceivedEvent
        {
            Body = "",
            Subtype = body.Text("event") is { Length: > 0 } name ? Name(name) : null,
            Quantity = Quantity(requests, "body.requests"),
            Company =
                Named(EntityType.Company, body)
                ?? throw ApiProblem.BadRequest("body.company is required.", "body.company"),
            User = Named(EntityType.User, body),
        };
    }

    private static ReceivedEvent FlagCheck(in EventMembers body)
    {
        var key = body.RequiredText("flag_key");
        body.RequiredText("reason");
        if (body.Flag("value") is null)
            throw ApiProblem.BadRequest("body.value is required.", "body.value");
        return new ReceivedEvent
        {
            Body = "",
            Check = new ReportedCheck
            {
                FlagKey = key,
                FlagId = Id(body, "flag_id"),
                CompanyId = Id(body, "company_id"),
                UserId = Id(body, "user_id"),
                Company = body.Texts("req_company"),
                User = body.Texts("req_user"),
            },
        };
    }

    private static string? Id(in EventMembers body, string name) =>
        body.Text(name) is { Length: > 0 and <= 64 } id ? id : null;

    private static string Name(string name)
    {
        if (TextLength.IsOver(name, MaxName))
            throw ApiProblem.BadRequest($"body.event must have at most {MaxName} characters.", "body.event");
        return name.Any(char.IsControl)
            ? throw ApiProblem.BadRequest("body.event must not hold control characters.", "body.event")
            : name;
    }

    private static long Quantity(long quantity, string field) =>
        quantity switch
        {
            0 => throw ApiProblem.BadRequest($"{field} must not be 0. Leave it out to count one.", field),
            < -MaxQuantity or > MaxQuantity => throw ApiProblem.BadRequest(
                $"{field} must be between -1,000,000,000,000 and 1,000,000,000,000.",
                field
            ),
            _ => quantity,
        };

    private static EntityChange? Named(EntityType type, in EventMembers body)
    {
        var name = EntityKeys.Noun(type);
        return body.Texts(name) is { Count: > 0 } keys
            ? EntityChange.For(type, keys, field: $"body.{name}") with
            {
                GetOrCreate = true,
            }
            : null;
    }

    private static EntityChange? Described(EntityType type, in EventMembers body, string field) =>
        body.Texts("keys") is { Count: > 0 } keys
            ? EntityChange.For(type, keys, field: field) with
            {
                Name = DisplayName(body),
                Traits = TraitChange.FromTraits(body.Values("traits")),
            }
            : null;

    private static string? DisplayName(in EventMembers body) =>
        body.Text("name") is { } name && TextLength.IsOver(name, MaxName)
            ? throw ApiProblem.BadRequest($"name must have at most {MaxName} characters.", "name")
            : body.Text("name");
}
