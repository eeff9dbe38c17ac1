using System.Text.Json;
using Schematic.Api.Events;
using Schematic.Api.Events.Capture;
using Schematic.Api.Http;
using Schematic.Contracts.Events;

namespace Schematic.Api.Tests.Events.Capture;

/// <summary>Figures and refusals: the domain's "Capture and processing".</summary>
public sealed class EventReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 13, 37, 0, TimeSpan.Zero);
    private static readonly EventSender Secret = new("api_1", IsSecret: true, Refusal: null);
    private static readonly EventSender Publishable = new("api_1", IsSecret: false, Refusal: null);

    public static TheoryData<string, string, string> Wrong { get; } =
        new()
        {
            { "{}", "event_type", "event_type is required." },
            { """{"event_type":"nosuch","body":{}}""", "event_type", "must be one of flag_check, identify" },
            { """{"type":7,"body":{}}""", "type", "type must be a string." },
            { """{"event_type":"track"}""", "body", "body is required." },
            { """{"event_type":"track","body":[]}""", "body", "body must be an object." },
            { """{"event_type":"track","body":{}}""", "body.event", "body.event is required." },
            { """{"event_type":"track","body":{"event":""}}""", "body.event", "body.event is required." },
            { $$$"""{"event_type":"track","body":{"event":"{{{new string('x', 257)}}}"}}""", "body.event", "256" },
            { """{"event_type":"track","body":{"event":"a\tb"}}""", "body.event", "control characters" },
            { """{"event_type":"track","body":{"event":"e","quantity":0}}""", "body.quantity", "must not be 0" },
            { """{"event_type":"track","body":{"event":"e","quantity":1.5}}""", "body.quantity", "whole number" },
            { """{"event_type":"track","body":{"event":"e","quantity":"3"}}""", "body.quantity", "whole number" },
            {
                """{"event_type":"track","body":{"event":"e","quantity":1000000000001}}""",
                "body.quantity",
                "1,000,000,000,000"
            },
            {
                """{"event_type":"track","body":{"event":"e","company":{"id":7}}}""",
                "body.company.id",
                "each a string"
            },
            { """{"event_type":"track","body":{"event":"e","company":"acme"}}""", "body.company", "must be an object" },
            { """{"event_type":"track","body":{"event":"e","user":{"a":""}}}""", "body.user.a", "is empty" },
            { """{"event_type":"identify","body":{}}""", "body.keys", "names a user or a company" },
            { """{"event_type":"identify","body":{"keys":{"a":"b"},"traits":7}}""", "body.traits", "an object" },
            { """{"event_type":"flag_check","body":{"flag_key":"f","value":true}}""", "body.reason", "required" },
            { """{"event_type":"flag_check","body":{"flag_key":"f","reason":"r"}}""", "body.value", "required" },
            {
                """{"event_type":"inference","body":{"company":{"a":"b"},"provider":"p","response_model":"m","input_tokens":1}}""",
                "body.output_tokens",
                "required"
            },
            {
                """{"event_type":"inference","body":{"provider":"p","response_model":"m","input_tokens":1,"output_tokens":1}}""",
                "body.company",
                "required"
            },
            {
                """{"event_type":"inference","body":{"company":{"a":"b"},"provider":"p","response_model":"m","input_tokens":-1,"output_tokens":1}}""",
                "body.input_tokens",
                "negative"
            },
            {
                """{"event_type":"track","body":{"event":"e"},"sent_at":"2026-05-17T14:30:00"}""",
                "sent_at",
                "with an offset"
            },
            {
                $$$"""{"event_type":"track","body":{"event":"e"},"idempotency_key":"{{{new string('k', 256)}}}"}""",
                "idempotency_key",
                "255"
            },
            {
                """{"event_type":"track","body":{"event":"e"},"trusted_client_clock":"yes"}""",
                "trusted_client_clock",
                "true or false"
            },
            { """{"event_type":"track","body":{"event":"e"},"backfill":true}""", "sent_at", "backfill needs sent_at" },
            {
                """{"event_type":"track","body":{"event":"e"},"trusted_client_clock":true}""",
                "sent_at",
                "trusted_client_clock needs sent_at"
            },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_said_with_the_member_and_the_bound(string json, string field, string part)
    {
        var refusal = Assert.Throws<ApiException>(() => EventReader.Read(JsonElement.Parse(json), Secret, Now));

        Assert.Equal((400, field), (refusal.Status, refusal.Field));
        Assert.Contains(part, refusal.Message, StringComparison.Ordinal);
        Assert.Matches(@"\A\S.*\.\z", refusal.Message);
    }

    [Theory]
    [InlineData("""{"event":"e"}""", 1)]
    [InlineData("""{"event":"e","quantity":null}""", 1)]
    [InlineData("""{"event":"e","quantity":3.0}""", 3)]
    [InlineData("""{"event":"e","quantity":-2}""", -2)]
    public void A_quantity_is_a_whole_number_that_is_not_zero(string body, long quantity) =>
        Assert.Equal(quantity, Read($$"""{"event_type":"track","body":{{body}} }""").Quantity);

    [Fact]
    public void A_publishable_key_takes_nothing_back_and_sets_no_clock()
    {
        foreach (
            var (json, field) in new[]
            {
                ("""{"event_type":"track","body":{"event":"e","quantity":-1}}""", "body.quantity"),
                (
                    """{"event_type":"track","body":{"event":"e"},"sent_at":"2026-11-20T13:00:00Z","backfill":true}""",
                    "backfill"
                ),
                (
                    """{"event_type":"track","body":{"event":"e"},"sent_at":"2026-11-20T13:00:00Z","trusted_client_clock":true}""",
                    "trusted_client_clock"
                ),
            }
        )
        {
            var refusal = Assert.Throws<ApiException>(() =>
                EventReader.Read(JsonElement.Parse(json), Publishable, Now)
            );
            Assert.Equal(field, refusal.Field);
            Assert.Contains("secret key", refusal.Message, StringComparison.Ordinal);
        }
    }

    // The bounds themselves are within.
    [Theory]
    [InlineData(false, 5 * 60, true)]
    [InlineData(false, (5 * 60) + 1, false)]
    [InlineData(false, -34 * 86400, true)]
    [InlineData(false, (-34 * 86400) - 1, false)]
    [InlineData(true, 5 * 60, true)]
    [InlineData(true, (5 * 60) + 1, false)]
    [InlineData(true, -365 * 86400, true)]
    [InlineData(true, (-365 * 86400) - 1, false)]
    public void A_senders_clock_counts_within_its_bounds(bool isBackfill, int seconds, bool isWithin)
    {
        var sentAt = Now.AddSeconds(seconds);
        var json =
            $$"""{"event_type":"track","body":{"event":"e"},"sent_at":"{{sentAt:O}}","{{(isBackfill ? "backfill" : "trusted_client_clock")}}":true}""";

        if (isWithin)
        {
            var read = Read(json);
            Assert.Equal(sentAt, read.CapturedAt);
            Assert.Equal(isBackfill ? EventClock.Backfill : EventClock.Sender, read.Clock);
        }
        else
            Assert.Equal("sent_at", Assert.Throws<ApiException>(() => Read(json)).Field);
    }

    [Fact]
    public void What_is_too_old_for_a_trusted_clock_hears_of_backfill() =>
        Assert.Contains(
            "backfill takes older events",
            Assert
                .Throws<ApiException>(() =>
                    Read(
                        """{"event_type":"track","body":{"event":"e"},"sent_at":"2026-01-01T00:00:00Z","trusted_client_clock":true}"""
                    )
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Without_a_trusted_clock_the_server_says_when_it_was()
    {
        var read = Read("""{"type":"track","body":{"event":"e"},"sent_at":"2020-01-01T02:00:00+02:00"}""");

        Assert.Equal((Now, EventClock.Server), (read.CapturedAt, read.Clock));
        Assert.Equal(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), read.SentAt);
    }

    [Fact]
    public void A_browsers_event_id_is_its_idempotency_key_unless_it_has_one()
    {
        Assert.Equal(
            "uuid",
            Read(
                """{"type":"track","body":{"event":"e"},"tracker_event_id":"uuid","idempotency_key":null}"""
            ).IdempotencyKey
        );
        Assert.Equal(
            "mine",
            Read(
                """{"type":"track","body":{"event":"e"},"tracker_event_id":"uuid","idempotency_key":"mine"}"""
            ).IdempotencyKey
        );
    }

    [Theory]
    [InlineData("", null, 1)]
    [InlineData(""","event":"inference_tokens","requests":4""", "inference_tokens", 4)]
    public void An_inference_counts_its_requests_if_it_names_an_event(string more, string? name, long quantity)
    {
        var read = Read(
            $$"""{"type":"inference","body":{"company":{"a":"b"},"provider":"p","response_model":"m","input_tokens":5,"output_tokens":7{{more}} } }"""
        );

        Assert.Equal((EventType.Inference, name, quantity), (read.Type, read.Subtype, read.Quantity));
    }

    [Theory]
    [InlineData("""{"event_type":"track","body":{"event":"e","x":"\u0000"}}""")]
    [InlineData("""{"event_type":"track","body":{"event":"e","x":"\ud800"}}""")]
    [InlineData("""{"event_type":"track","body":{"event":"e","\udc00":1}}""")]
    [InlineData("""{"event_type":"track","body":{"event":"e","event":"f"}}""")]
    [InlineData("""{"event_type":"track","body":{"event":"e","x":1e999}}""")]
    public void Hostile_text_is_refused_and_can_still_be_stored_as_failed(string json)
    {
        var element = JsonElement.Parse(json);
        Assert.Throws<ApiException>(() => EventReader.Read(element, Secret, Now));

        var failed = EventReader.Failed(element, Secret, Now, "It is wrong.");

        Assert.Equal((EventType.Track, "It is wrong."), (failed.Type, failed.Error));
        Assert.DoesNotContain('\0', failed.Body);
        // As an answer with the event does.
        Assert.NotEmpty(JsonSerializer.Serialize(JsonElement.Parse(failed.Body)));
    }

    [Theory]
    [InlineData("""{"api_key":"sch_prod_secret","type":"track"}""")]
    [InlineData("""{"api_key":"sch_prod_secret","type":"track","body":"x"}""")]
    [InlineData("""{"api_key":"sch_prod_secret","type":"track","body":{"event":"e"},"x":"\ud800"}""")]
    public void A_key_that_stands_beside_the_body_is_not_stored(string json) =>
        Assert.Equal("{}", EventReader.Failed(JsonElement.Parse(json), Secret, Now, "It is wrong.").Body);

    private static ReceivedEvent Read(string json) => EventReader.Read(JsonElement.Parse(json), Secret, Now);
}
