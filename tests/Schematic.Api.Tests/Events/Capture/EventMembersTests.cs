using System.Text.Json;
using Schematic.Api.Events.Capture;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;

namespace Schematic.Api.Tests.Events.Capture;

public sealed class EventMembersTests
{
    private static readonly string TooLong = new('x', TextSafety.MaxLength + 1);

    private static readonly Dictionary<string, Func<EventMembers, object?>> Readers = new()
    {
        ["text"] = static members => members.Text("m"),
        ["required text"] = static members => members.RequiredText("m"),
        ["flag"] = static members => members.Flag("m"),
        ["whole number"] = static members => members.WholeNumber("m"),
        ["time"] = static members => members.Time("m"),
        ["object"] = static members => members.Object("m"),
        ["texts"] = static members => members.Texts("m"),
        ["values"] = static members => members.Values("m"),
    };

    /// <summary>Reader, value of the member, refused field and sentence.</summary>
    public static TheoryData<string, string, string, string> Refusals { get; } =
        new()
        {
            { "text", "7", "body.m", "body.m must be a string." },
            { "text", "{}", "body.m", "body.m must be a string." },
            { "text", $"\"{TooLong}\"", "body.m", "body.m holds a text longer than 4096 characters." },
            { "required text", "null", "body.m", "body.m is required." },
            { "required text", "\"\"", "body.m", "body.m is required." },
            { "required text", "true", "body.m", "body.m must be a string." },
            { "flag", "\"true\"", "body.m", "body.m must be true or false." },
            { "flag", "1", "body.m", "body.m must be true or false." },
            { "whole number", "1.5", "body.m", "body.m must be a whole number." },
            { "whole number", "\"1\"", "body.m", "body.m must be a whole number." },
            { "whole number", "9223372036854775808", "body.m", "body.m must be a whole number." },
            { "whole number", "-1e19", "body.m", "body.m must be a whole number." },
            { "whole number", "1e400", "body.m", "body.m must be a whole number." },
            { "time", "1700000000", "body.m", "body.m must be a string." },
            {
                "time",
                "\"2026-05-17T14:30:00\"",
                "body.m",
                "body.m must be a time with an offset, like 2026-05-17T14:30:00Z."
            },
            { "time", "\"yesterday\"", "body.m", "body.m must be a time with an offset, like 2026-05-17T14:30:00Z." },
            { "object", "[]", "body.m", "body.m must be an object." },
            { "texts", "\"acme\"", "body.m", "body.m must be an object." },
            { "texts", """{"id":7}""", "body.m.id", "body.m must be an object whose values are each a string." },
            {
                "texts",
                """{"a b":null}""",
                "body.m['a b']",
                "body.m must be an object whose values are each a string."
            },
            { "texts", $$"""{"id":"{{TooLong}}"}""", "body.m", "body.m holds a text longer than 4096 characters." },
            { "texts", $$"""{"{{TooLong}}":"id"}""", "body.m", "body.m holds a text longer than 4096 characters." },
            { "values", "7", "body.m", "body.m must be an object." },
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_a_member_may_not_be_is_refused_with_its_name(
        string reader,
        string value,
        string field,
        string sentence
    )
    {
        var members = With(value);

        var refusal = Assert.Throws<ApiException>(() => Readers[reader](members));

        Assert.Equal((400, field, sentence), (refusal.Status, refusal.Field, refusal.Message));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"m":null}""")]
    public void A_member_that_is_null_is_left_out(string json)
    {
        var members = new EventMembers(JsonElement.Parse(json));

        Assert.All(
            new[] { "text", "flag", "whole number", "time", "object", "values" },
            reader => Assert.Null(Readers[reader](members))
        );
        Assert.Empty(members.Texts("m"));
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("3.0", 3)]
    [InlineData("-2", -2)]
    [InlineData("2.5e1", 25)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void A_number_is_whole_however_a_language_writes_it(string value, long number) =>
        Assert.Equal(number, With(value).WholeNumber("m"));

    [Fact]
    public void A_text_may_be_as_long_as_the_bound_and_empty_where_it_is_not_required()
    {
        var longest = new string('x', TextSafety.MaxLength);

        Assert.Equal(longest, With($"\"{longest}\"").Text("m"));
        Assert.Equal("", With("\"\"").Text("m"));
    }

    [Fact]
    public void A_time_is_read_in_UTC_and_to_the_microsecond_and_an_empty_one_is_left_out()
    {
        var expected = new DateTimeOffset(2026, 5, 17, 12, 30, 0, TimeSpan.Zero).AddMicroseconds(123456);

        var time = With("\"2026-05-17T14:30:00.123456789+02:00\"").Time("m");

        Assert.Equal((expected, TimeSpan.Zero), (time, time!.Value.Offset));
        Assert.Null(With("\"\"").Time("m"));
    }

    [Fact]
    public void A_member_of_an_inner_object_is_refused_with_its_whole_path()
    {
        var inner = With("""{"keys":"acme"}""").Object("m")!.Value;

        var refusal = Assert.Throws<ApiException>(() => inner.Texts("keys"));

        Assert.Equal(("body.m.keys", "body.m.keys must be an object."), (refusal.Field, refusal.Message));
    }

    [Fact]
    public void Maps_tell_names_apart_by_case_and_keep_values_of_any_kind()
    {
        var texts = With("""{"id":"a","ID":"b"}""").Texts("m");
        var values = With("""{"seats":7,"plan":null,"tags":["x"]}""").Values("m")!;

        Assert.Equal([("ID", "b"), ("id", "a")], texts.Select(static one => (one.Key, one.Value)).Order());
        Assert.Equal(
            [JsonValueKind.Number, JsonValueKind.Null, JsonValueKind.Array],
            new[] { "seats", "plan", "tags" }.Select(name => values[name].ValueKind)
        );
    }

    private static EventMembers With(string value) => new(JsonElement.Parse($$"""{"m":{{value}}}"""), "body.");
}
