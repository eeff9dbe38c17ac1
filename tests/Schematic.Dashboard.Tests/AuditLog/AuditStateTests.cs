using System.Text.Json;
using Schematic.Dashboard.AuditLog;

namespace Schematic.Dashboard.Tests.AuditLog;

public sealed class AuditStateTests
{
    [Fact]
    public void Of_what_was_sent_only_what_differs_is_a_change() =>
        Assert.Equal(
            ["name: Free → Pro"],
            Compare(
                """{"id":"1","name":"Free","description":"d","company_count":1}""",
                """{"id":"1","name":"Pro","description":"d","company_count":9}""",
                """{"name":"Pro","description":"d"}"""
            )
        );

    [Fact]
    public void A_field_that_was_emptied_is_a_change_although_the_answer_leaves_it_out() =>
        Assert.Equal(
            ["name: Free → Pro", "event: calls → "],
            Compare(
                """{"id":"1","name":"Free","event":"calls"}""",
                """{"id":"1","name":"Pro"}""",
                """{"name":"Pro","event":null}"""
            )
        );

    [Fact]
    public void Where_only_keys_were_sent_all_is_compared_but_what_changes_by_itself() =>
        Assert.Equal(
            ["traits.seats: 3 → 5", "traits.old: x → "],
            Compare(
                """{"id":"1","traits":{"seats":3,"old":"x"},"updated_at":"a","last_seen_at":"a"}""",
                """{"id":"1","traits":{"seats":5},"updated_at":"b","last_seen_at":"b"}""",
                """{"keys":{"domain":"acme.com"},"trait":"seats","set":"5"}"""
            )
        );

    [Fact]
    public void Keys_are_compared_by_name_and_lists_as_they_read() =>
        Assert.Equal(
            ["keys.domain: a.com → b.com", "names: one → one, two", "live: no → yes"],
            Compare(
                """{"keys":[{"id":"k1","key":"domain","value":"a.com"}],"names":["one"],"live":false}""",
                """{"keys":[{"id":"k2","key":"domain","value":"b.com"}],"names":["one","two"],"live":true}""",
                null
            )
        );

    [Fact]
    public void The_state_is_that_of_the_thing_itself_and_only_of_what_was_done()
    {
        const string own = """{"data":{"id":"plan_1"},"params":{}}""";

        Assert.NotNull(AuditState.After(AuditSamples.Entry("1", null, own)));
        Assert.Null(AuditState.After(AuditSamples.Entry("1", null, own, 409)));
        Assert.Null(AuditState.After(AuditSamples.Entry("1", null, """{"data":{"id":"plan_2"}}""")));
        Assert.Null(AuditState.After(AuditSamples.Entry("1", null, """{"data":[]}""")));
        Assert.Null(AuditState.After(AuditSamples.Entry("1", null, "no JSON")));
        Assert.Null(AuditState.After(AuditSamples.Entry("1", null, null)));
    }

    [Fact]
    public void A_refusal_says_why_and_a_success_does_not()
    {
        const string error = """{"error":"You may not."}""";

        Assert.Equal("You may not.", AuditState.Refusal(AuditSamples.Entry("1", null, error, 403)));
        Assert.Null(AuditState.Refusal(AuditSamples.Entry("1", null, error)));
    }

    [Fact]
    public void What_was_sent_is_a_field_each() =>
        Assert.Equal(
            ["name=Pro", "limits.seats=5"],
            AuditState
                .Sent(AuditSamples.Entry("1", """{"name":"Pro","limits":{"seats":5},"icon":null}""", null))
                .Select(static field => $"{field.Field}={field.After}")
        );

    private static IEnumerable<string> Compare(string before, string after, string? sent) =>
        AuditState
            .Compare(JsonElement.Parse(before), JsonElement.Parse(after), sent)
            .Select(static change => $"{change.Field}: {change.Before} → {change.After}");
}
