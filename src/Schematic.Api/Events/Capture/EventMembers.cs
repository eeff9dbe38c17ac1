using System.Text.Json;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Api.Persistence;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Events.Capture;

/// <summary>Reads the members of a JSON object; null counts as left out.</summary>
/// <param name="path">What stands before a member's name in a sentence: <c>body.</c></param>
internal readonly struct EventMembers(JsonElement json, string path = "")
{
    public JsonElement? Get(string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public string? Text(string name) =>
        Get(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? Bounded(name, value.GetString()!)
        : throw Wrong(name, "a string");

    public string RequiredText(string name) =>
        Text(name) is { Length: > 0 } text
            ? text
            : throw ApiProblem.BadRequest($"{path}{name} is required.", path + name);

    public bool? Flag(string name) =>
        Get(name)?.ValueKind switch
        {
            null => null,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Wrong(name, "true or false"),
        };

    public long? WholeNumber(string name)
    {
        if (Get(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number)
        {
            if (value.TryGetInt64(out var number))
                return number;
            // 3.0 is a whole number, however a language writes it.
            if (
                value.TryGetDecimal(out var exact)
                && exact == decimal.Truncate(exact)
                && Math.Abs(exact) < long.MaxValue
            )
                return (long)exact;
        }

        throw Wrong(name, "a whole number");
    }

    public DateTimeOffset? Time(string name) =>
        Text(name) is not { Length: > 0 } text ? null
        : WireTime.TryParse(text, out var time) ? time.Cut()
        : throw Wrong(name, "a time with an offset, like 2026-05-17T14:30:00Z");

    public EventMembers? Object(string name) =>
        Get(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.Object ? new EventMembers(value, $"{path}{name}.")
        : throw Wrong(name, "an object");

    /// <summary>A map of texts, like keys; empty where it is left out.</summary>
    public IReadOnlyDictionary<string, string> Texts(string name)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Object(name) is not { } member)
            return map;
        foreach (var (key, value) in member.All)
            map.Add(
                Bounded(name, key),
                value.ValueKind == JsonValueKind.String
                    ? Bounded(name, value.GetString()!)
                    : throw ApiProblem.BadRequest(
                        $"{path}{name} must be an object whose values are each a string.",
                        FieldPath.Entry(path + name, key)
                    )
            );
        return map;
    }

    /// <summary>A map of values of any kind, like traits; null where it is left out.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Values(string name) =>
        Object(name)
            ?.All.ToDictionary(static member => member.Name, static member => member.Value, StringComparer.Ordinal);

    private IEnumerable<(string Name, JsonElement Value)> All =>
        json.EnumerateObject().Select(static member => (member.Name, member.Value));

    private ApiException Wrong(string name, string expected) =>
        ApiProblem.BadRequest($"{path}{name} must be {expected}.", path + name);

    private string Bounded(string name, string text) =>
        TextLength.IsOver(text, TextSafety.MaxLength)
            ? throw ApiProblem.BadRequest(
                $"{path}{name} holds a text longer than {TextSafety.MaxLength} characters.",
                path + name
            )
            : text;
}
