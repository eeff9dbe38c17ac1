using System.Text.Json;
using Schematic.Contracts.Events;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Events;

namespace Schematic.Dashboard.Tests.Events;

public sealed class EventFormTests
{
    [Fact]
    public void A_track_event_has_its_keys_quantity_and_traits()
    {
        var form = Track();
        form.User[0].Name = "email";
        form.User[0].Value = "ada@acme.com";
        (form.Quantity, form.Traits, form.IdempotencyKey) = (-3, """{"seats": 25}""", " key-1 ");

        Assert.Empty(form.Mistakes());
        var body = form.ToContract();

        Assert.Equal((EventType.Track, "key-1"), (body.EventType, body.IdempotencyKey));
        Assert.Equal(
            "{\"company\":{\"domain\":\"acme.com\"},\"event\":\"api_call\",\"quantity\":-3,"
                + "\"traits\":{\"seats\":25},\"user\":{\"email\":\"ada@acme.com\"}}",
            Json(body)
        );
    }

    [Fact]
    public void An_identify_event_names_the_user_and_perhaps_the_company()
    {
        var form = new EventForm { EventType = EventType.Identify, Quantity = 0 };
        (form.User[0].Name, form.User[0].Value) = ("email", "ada@acme.com");

        Assert.Empty(form.Mistakes());
        Assert.Equal("""{"keys":{"email":"ada@acme.com"}}""", Json(form.ToContract()));
        Assert.Null(form.ToContract().IdempotencyKey);
    }

    [Fact]
    public void An_empty_form_says_what_is_missing() =>
        Assert.Equal(["Event", "Name"], new EventForm().Mistakes().Select(static mistake => mistake.Field.FieldName));

    [Fact]
    public void An_identify_event_without_a_user_is_refused()
    {
        var form = new EventForm { EventType = EventType.Identify };
        (form.Company[0].Name, form.Company[0].Value) = ("domain", "acme.com");

        var mistake = Assert.Single(form.Mistakes());

        Assert.Same(form.User[0], mistake.Field.Model);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("25")]
    public void Traits_are_an_object(string traits)
    {
        var form = Track();
        form.Traits = traits;

        Assert.Equal(nameof(EventForm.Traits), Assert.Single(form.Mistakes()).Field.FieldName);
    }

    [Fact]
    public void Nothing_is_counted_by_a_quantity_of_0()
    {
        var form = Track();
        form.Quantity = 0;

        Assert.Equal(nameof(EventForm.Quantity), Assert.Single(form.Mistakes()).Field.FieldName);
    }

    [Fact]
    public void A_key_is_named_once_and_has_a_value()
    {
        var form = Track();
        form.Company.Add(new() { Name = "domain" });

        Assert.Equal(
            ["This key is named above.", "Enter the value."],
            form.Mistakes().Select(static mistake => mistake.Wrong)
        );
    }

    private static EventForm Track()
    {
        var form = new EventForm { Event = " api_call " };
        (form.Company[0].Name, form.Company[0].Value) = (" domain ", " acme.com ");
        return form;
    }

    private static string Json(CreateEventRequestBody body) =>
        JsonSerializer.Serialize(
            new SortedDictionary<string, JsonElement>(
                body.Body.Deserialize<Dictionary<string, JsonElement>>()!,
                StringComparer.Ordinal
            ),
            WireJson.Tolerant
        );
}
