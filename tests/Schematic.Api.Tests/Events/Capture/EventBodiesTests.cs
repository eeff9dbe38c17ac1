using System.Text.Json;
using Schematic.Api.Events.Capture;
using Schematic.Api.Http;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;

namespace Schematic.Api.Tests.Events.Capture;

/// <summary>Bodies that are right; those that are wrong are among the tests of <see cref="EventReader"/>.</summary>
public sealed class EventBodiesTests
{
    [Fact]
    public void A_use_names_what_is_counted_and_for_whom()
    {
        var read = Read(
            EventType.Track,
            """{"event":"Exported a file","company":{"domain":"acme"},"user":{"email":"ada"},"quantity":4}"""
        );

        Assert.Equal(("Exported a file", 4), (read.Subtype, read.Quantity));
        Assert.Equal((EntityType.Company, "acme"), (read.Company!.EntityType, read.Company.Keys["domain"]));
        Assert.Equal((EntityType.User, "ada"), (read.User!.EntityType, read.User.Keys["email"]));
        Assert.All([read.Company, read.User], static named => Assert.True(named.GetOrCreate));
    }

    [Theory]
    [InlineData("""{"event":"e"}""")]
    [InlineData("""{"event":"e","company":null,"user":{}}""")]
    public void A_use_may_be_of_nobody(string body)
    {
        var read = Read(EventType.Track, body);

        Assert.Equal((1, null, null), (read.Quantity, read.Company, read.User));
    }

    [Fact]
    public void Traits_of_a_use_are_kept_with_the_event_and_change_nobody() =>
        Assert.Empty(
            Read(EventType.Track, """{"event":"e","company":{"domain":"acme"},"traits":{"seats":7}}""").Company!.Traits
        );

    [Fact]
    public void An_identification_describes_a_user_and_a_company()
    {
        var read = Read(
            EventType.Identify,
            """
            {"keys":{"email":"ada"},"name":"Ada","traits":{"role":"owner","address":{"city":"Turin"}},
             "company":{"keys":{"domain":"acme"},"name":"Acme"}}
            """
        );

        Assert.Equal(("Ada", "Acme", null), (read.User!.Name, read.Company!.Name, read.Subtype));
        Assert.Equal(
            ["""["address","city"]""", """["role"]"""],
            read.User.Traits.Select(static trait => trait.Hierarchy).Order(StringComparer.Ordinal)
        );
        Assert.All([read.User, read.Company], static described => Assert.False(described.GetOrCreate));
    }

    [Theory]
    [InlineData("""{"keys":{"email":"ada"}}""", true, false)]
    [InlineData("""{"company":{"keys":{"domain":"acme"}}}""", false, true)]
    public void An_identification_may_be_of_one_alone(string body, bool user, bool company)
    {
        var read = Read(EventType.Identify, body);

        Assert.Equal((user, company), (read.User is not null, read.Company is not null));
    }

    [Theory]
    [InlineData("""{"company":{"name":"Acme"}}""", "body.company.keys", "body.company.keys is required.")]
    [InlineData("""{"keys":{"email":"ada"},"company":{"keys":{}}}""", "body.company.keys", "is required.")]
    [InlineData("""{"keys":{}}""", "body.keys", "an identify event names a user or a company.")]
    public void An_identification_without_keys_is_refused(string body, string field, string part)
    {
        var refusal = Assert.Throws<ApiException>(() => Read(EventType.Identify, body));

        Assert.Equal((400, field), (refusal.Status, refusal.Field));
        Assert.EndsWith(part, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_keeps_the_flag_and_whom_it_was_made_for()
    {
        var read = Read(
            EventType.FlagCheck,
            """
            {"flag_key":"export","flag_id":"flag_1","company_id":"comp_1","user_id":"user_1","reason":"r","value":false,
             "req_company":{"domain":"acme"},"req_user":{"email":"ada"}}
            """
        );

        var check = read.Check!;
        Assert.Equal(
            ("export", "flag_1", "comp_1", "user_1"),
            (check.FlagKey, check.FlagId, check.CompanyId, check.UserId)
        );
        Assert.Equal(("acme", "ada"), (check.Company["domain"], check.User["email"]));
        // A check creates nobody.
        Assert.Equal((null, null, null), (read.Company, read.User, read.Subtype));
    }

    [Fact]
    public void An_id_that_is_too_long_to_be_one_is_left_out()
    {
        var check = Read(
            EventType.FlagCheck,
            $$"""{"flag_key":"f","flag_id":"{{new string('x', 65)}}","company_id":"","reason":"r","value":true}"""
        ).Check!;

        Assert.Equal(("f", null, null), (check.FlagKey, check.FlagId, check.CompanyId));
        Assert.Empty(check.Company);
        Assert.Empty(check.User);
    }

    [Theory]
    [InlineData(1_000_000_000_000)]
    [InlineData(-1_000_000_000_000)]
    public void The_largest_quantities_are_taken(long quantity) =>
        Assert.Equal(quantity, Read(EventType.Track, $$"""{"event":"e","quantity":{{quantity}}}""").Quantity);

    private static ReceivedEvent Read(EventType type, string body) => EventBodies.Read(type, JsonElement.Parse(body));
}
