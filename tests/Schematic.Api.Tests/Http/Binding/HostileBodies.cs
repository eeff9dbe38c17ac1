using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Tests.Http.Binding;

/// <param name="Field">What the sentence must name; null where there is nothing to name.</param>
internal sealed record HostileBody(
    string What,
    byte[] Bytes,
    string? Field = null,
    int Status = 400,
    bool Chunked = false
);

/// <summary>Every way in which a body can be wrong, made from the contract that the operation reads.</summary>
internal static class HostileBodies
{
    private const int Megabyte = 1024 * 1024;
    private const int MaxText = 4096;

    public static IEnumerable<HostileBody> Of(Type contract, string valid) =>
        [.. OfAny(valid), .. Members(contract, valid)];

    private static IEnumerable<HostileBody> OfAny(string valid)
    {
        var open = valid[..^1];
        foreach (
            var (what, json) in new[]
            {
                ("cut off", open),
                ("two of them", valid + valid),
                ("a comment", $"/* hello */{valid}"),
                ("a trailing comma", $"{open},}}"),
                ("an array", $"[{valid}]"),
                ("an empty array", "[]"),
                ("null", "null"),
                ("a string", "\"text\""),
                ("a number", "1"),
                ("blank", "  \n "),
                ("single quotes", valid.Replace('"', '\'')),
                ("a member given twice", Add(valid, "\"twice\":1,\"twice\":2")),
                ("a member given twice deep inside", Add(valid, "\"x\":[{\"twice\":1,\"twice\":1}]")),
                ("a number beyond all", Add(valid, "\"x\":1e999")),
                ("NaN", Add(valid, "\"x\":NaN")),
                ("a leading zero", Add(valid, "\"x\":01")),
                ("half a surrogate pair", Add(valid, "\"x\":\"\\ud83d\"")),
                ("the other half", Add(valid, "\"x\":\"\\ude80 \"")),
                ("halves in the wrong order", Add(valid, "\"x\":\"\\ude80\\ud83d\"")),
                ("half a pair in a name", Add(valid, "\"\\ud83d\":1")),
                ("NUL", Add(valid, "\"x\":\"a\\u0000b\"")),
                ("NUL in a name", Add(valid, "\"a\\u0000b\":1")),
                ("raw NUL", Add(valid, "\"x\":\"a\0b\"")),
                ("a raw newline in a text", Add(valid, "\"x\":\"a\nb\"")),
                ("nesting without end", Add(valid, $"\"x\":{new string('[', 5000)}{new string(']', 5000)}")),
            }
        )
        {
            yield return new HostileBody(what, Encoding.UTF8.GetBytes(json));
        }

        yield return new HostileBody("empty", []);
        foreach (
            var (what, bytes) in new (string, byte[])[]
            {
                ("invalid UTF-8", [0xC3, 0x28]),
                ("a surrogate in UTF-8", [0xED, 0xA0, 0x80]),
                ("an overlong slash", [0xC0, 0xAF]),
                ("UTF-8 cut off", [0xF0, 0x9F]),
            }
        )
        {
            yield return new HostileBody(what, [.. Encoding.UTF8.GetBytes($"{open},\"x\":\""), .. bytes, .. "\"}"u8]);
            yield return new HostileBody(
                $"{what} in a name",
                [.. Encoding.UTF8.GetBytes($"{open},\""), .. bytes, .. "\":1}"u8]
            );
        }

        yield return new HostileBody("UTF-16", Encoding.Unicode.GetBytes(valid));
        var large = Encoding.UTF8.GetBytes(Add(valid, $"\"x\":\"{new string('x', Megabyte)}\""));
        yield return new HostileBody("more than a megabyte", large, Status: 413);
        yield return new HostileBody("more than a megabyte in chunks", large, Status: 413, Chunked: true);
    }

    private static IEnumerable<HostileBody> Members(Type contract, string valid)
    {
        foreach (
            var property in WireJson
                .Strict.GetTypeInfo(contract)
                .Properties.Where(static property => !property.IsExtensionData)
        )
        {
            var member = (PropertyInfo)property.AttributeProvider!;
            if (property.IsRequired)
            {
                var without = JsonNode.Parse(valid)!.AsObject();
                without.Remove(property.Name);
                yield return new HostileBody(
                    $"{property.Name} is missing",
                    Encoding.UTF8.GetBytes(without.ToJsonString()),
                    property.Name
                );
                yield return With("is null", "null");
            }

            var type = IsOptional(property.PropertyType)
                ? property.PropertyType.GetGenericArguments()[0]
                : property.PropertyType;
            foreach (var (what, json) in WrongValues(Nullable.GetUnderlyingType(type) ?? type, member))
                yield return With(what, json);
            foreach (var inner in Inner(type, property.Name, valid))
                yield return inner;

            HostileBody With(string what, string json)
            {
                var with = JsonNode.Parse(valid)!.AsObject();
                with.Remove(property.Name);
                return new HostileBody(
                    $"{property.Name} {what}",
                    Encoding.UTF8.GetBytes(Add(with.ToJsonString(), $"\"{property.Name}\":{json}")),
                    property.Name
                );
            }
        }
    }

    /// <summary>The same for the records inside, as far as the valid body has one to spoil.</summary>
    private static IEnumerable<HostileBody> Inner(Type type, string name, string valid)
    {
        var contract = IsListOfContracts(type) ? type.GetGenericArguments()[0] : type;
        var body = JsonNode.Parse(valid)!.AsObject();
        if (
            !IsContract(contract)
            || (body[name] is JsonArray list ? list.FirstOrDefault() : body[name]) is not { } sample
        )
            yield break;
        foreach (var (what, bytes, field, _, _) in Members(contract, sample.ToJsonString()))
        {
            // Spliced in as bytes: what is wrong with it may be lost in reading.
            body[name] = IsListOfContracts(type) ? new JsonArray("{here}") : "{here}";
            var json = body.ToJsonString()
                .Replace("\"{here}\"", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
            yield return new HostileBody($"{name}: {what}", Encoding.UTF8.GetBytes(json), field);
        }
    }

    private static bool IsContract(Type type) => type.IsClass && type.Assembly == typeof(WireJson).Assembly;

    private static bool NeedsSomething(Type contract) =>
        WireJson.Strict.GetTypeInfo(contract).Properties.Any(static property => property.IsRequired);

    private static bool IsListOfContracts(Type type) =>
        type.IsGenericType && IsContract(type.GetGenericArguments()[^1]);

    private static IEnumerable<(string What, string Json)> WrongValues(Type type, PropertyInfo member)
    {
        // Any JSON is a value of a trait.
        if (type == typeof(JsonElement))
            return [];
        if (type == typeof(string))
            return
            [
                ("is a number", "1"),
                ("is an object", "{}"),
                ("is a list", "[\"x\"]"),
                ("is true", "true"),
                .. Lengths(member),
            ];
        if (type == typeof(bool))
            return [("is a text", "\"true\""), ("is a number", "1"), ("is an object", "{}")];
        if (type == typeof(long))
            return
            [
                ("is a text", "\"1\""),
                ("is a fraction", "1.5"),
                ("is beyond 64 bits", "9223372036854775808"),
                ("is true", "true"),
                .. Ranges(member),
            ];
        if (type == typeof(double))
            return [("is a text", "\"1\""), ("is true", "true"), ("is an object", "{}")];
        if (IsContract(type))
            return
            [
                ("is a list", "[]"),
                ("is a text", "\"x\""),
                ("is a number", "1"),
                .. NeedsSomething(type) ? [("is empty", "{}")] : Array.Empty<(string, string)>(),
            ];
        if (type == typeof(DateTimeOffset))
            return
            [
                ("has no offset", "\"2026-11-20T13:37:00\""),
                ("is a day", "\"2026-11-20\""),
                ("is a word", "\"yesterday\""),
                ("is a number", "1700000000"),
                ("is no day of the year", "\"2026-02-30T00:00:00Z\""),
                ("is before all years", "\"0000-01-01T00:00:00Z\""),
                ("is before all years in UTC", "\"0001-01-01T00:00:00+01:00\""),
            ];
        if (type.IsEnum)
            return
            [
                ("is an unknown word", "\"nosuch\""),
                ("is in capitals", $"\"{JsonNamingPolicy.SnakeCaseUpper.ConvertName(Enum.GetNames(type)[1])}\""),
                ("is a number", "1"),
                ("is empty", "\"\""),
                ("is an object", "{}"),
                ("is Unknown", "\"Unknown\""),
            ];
        var value = type.GetGenericArguments()[^1];
        return
            type.IsAssignableTo(typeof(IReadOnlyDictionary<,>).MakeGenericType(typeof(string), value))
            || type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)
            ?
            [
                ("is a list", "[]"),
                ("is a text", "\"x\""),
                ("is a number", "1"),
                .. Many(member, static i => $"\"k{i}\":\"v\"", "{{{0}}}"),
                .. Items(value).Select(static item => (item.What, $"{{\"k\":{item.Json}}}")),
                .. LongName(value),
            ]
            :
            [
                ("is an object", "{}"),
                ("is a text", "\"x\""),
                ("is a number", "1"),
                .. Many(member, i => Sample(value, i), "[{0}]"),
                .. Items(value).Select(static item => (item.What, $"[{item.Json}]")),
            ];
    }

    private static IEnumerable<(string What, string Json)> Items(Type item)
    {
        if (item == typeof(JsonElement))
            return [];
        if (item == typeof(string))
            return
            [
                ("holds null", "null"),
                ("holds a number", "1"),
                ("holds an object", "{}"),
                ("holds a text too long", $"\"{new string('x', MaxText + 1)}\""),
            ];
        if (item == typeof(double))
            return [("holds null", "null"), ("holds a text", "\"1\""), ("holds an object", "{}")];
        if (IsContract(item))
            return
            [
                ("holds null", "null"),
                ("holds a number", "1"),
                ("holds a text", "\"x\""),
                .. NeedsSomething(item) ? [("holds what is empty", "{}")] : Array.Empty<(string, string)>(),
            ];
        return item.IsEnum
            ? [("holds null", "null"), ("holds an unknown word", "\"nosuch\""), ("holds a number", "1")]
            :
            [
                ("holds null", "null"),
                ("holds a number", "1"),
                ("holds a text", "\"x\""),
                ("holds what holds null", "{\"k\":null}"),
                ("holds what holds a text too long", $"{{\"k\":\"{new string('x', MaxText + 1)}\"}}"),
            ];
    }

    private static string Sample(Type item, int number) =>
        item == typeof(string) ? $"\"v{number}\""
        : item == typeof(double) ? "1"
        : item.IsEnum ? $"\"{JsonNamingPolicy.SnakeCaseLower.ConvertName(Enum.GetNames(item)[1])}\""
        : $"{{\"k\":\"v{number}\"}}";

    private static IEnumerable<(string What, string Json)> LongName(Type value) =>
        value == typeof(string)
            ? [("has a name too long", $"{{\"{new string('x', MaxText + 1)}\":\"v\"}}")]
            : [("has a name too long", $"{{\"{new string('x', MaxText + 1)}\":1}}")];

    private static IEnumerable<(string What, string Json)> Lengths(PropertyInfo member)
    {
        var limit = member.GetCustomAttribute<StringLengthAttribute>();
        yield return ("is too long", $"\"{new string('x', (limit?.MaximumLength ?? MaxText) + 1)}\"");
        if (limit?.MinimumLength > 0)
            yield return ("is too short", $"\"{new string('x', limit.MinimumLength - 1)}\"");
    }

    private static IEnumerable<(string What, string Json)> Ranges(PropertyInfo member)
    {
        if (member.GetCustomAttribute<RangeAttribute>() is not { } range)
            yield break;
        yield return (
            "is too small",
            (Convert.ToInt64(range.Minimum, CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture)
        );
        if (range.Maximum is not (< (double)long.MaxValue or int))
            yield break;
        yield return ("is the largest of 64 bits", "9223372036854775807");
        yield return (
            "is too large",
            (Convert.ToInt64(range.Maximum, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture)
        );
    }

    private static IEnumerable<(string What, string Json)> Many(
        PropertyInfo member,
        Func<int, string> item,
        string around
    )
    {
        if (member.GetCustomAttribute<MaxLengthAttribute>() is { } limit)
            yield return (
                "holds too many",
                string.Format(
                    CultureInfo.InvariantCulture,
                    around,
                    string.Join(',', Enumerable.Range(0, limit.Length + 1).Select(item))
                )
            );
    }

    private static bool IsOptional(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>);

    private static string Add(string valid, string members) =>
        valid.TrimEnd() is "{}" ? $"{{{members}}}" : $"{valid[..^1]},{members}}}";
}
