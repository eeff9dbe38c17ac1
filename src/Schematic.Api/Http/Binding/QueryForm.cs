using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Http.Binding;

/// <summary>
/// Turns a query string into the JSON form of a query contract. Lists arrive as <c>ids=a&amp;ids=b</c>, <c>ids[]=a</c>,
/// <c>ids[0]=a</c> or <c>ids=a,b</c>; maps as <c>keys={"name":"value"}</c>, <c>keys[name]=value</c> or, where the map
/// is the only member, as bare <c>name=value</c>.
/// </summary>
internal static class QueryForm
{
    public static ReadOnlySpan<byte> ToJson(IQueryCollection query, Type contract)
    {
        foreach (var (name, values) in query)
        {
            TextSafety.Check(name, "The query string");
            foreach (var value in values)
                TextSafety.Check(value ?? "", "The query string", name);
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            var members = WireJson.Strict.GetTypeInfo(contract).Properties;
            foreach (var member in members)
            {
                if (member.PropertyType.IsAssignableTo(typeof(IReadOnlyDictionary<string, string>)))
                    WriteMap(json, member.Name, query, bare: members.Count == 1);
                else if (
                    member.PropertyType != typeof(string)
                    && member.PropertyType.IsAssignableTo(typeof(IEnumerable))
                )
                    WriteList(json, member.Name, query);
                else
                    WriteScalar(json, member.Name, member.PropertyType, query);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }

    private static void WriteScalar(Utf8JsonWriter json, string name, Type type, IQueryCollection query)
    {
        if (!query.TryGetValue(name, out var values) || StringValues.IsNullOrEmpty(values))
            return;
        if (values.Count > 1)
            throw ApiProblem.BadRequest($"{name} is given {values.Count} times. Give it once.", name);
        var text = values[0]!;
        json.WritePropertyName(name);
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(bool))
            json.WriteBooleanValue(
                text switch
                {
                    "true" or "True" or "1" => true,
                    "false" or "False" or "0" => false,
                    _ => throw ApiProblem.BadRequest($"{name} must be true or false.", name),
                }
            );
        else if (type == typeof(int) || type == typeof(long))
            json.WriteNumberValue(WholeNumber(name, text));
        else
            json.WriteStringValue(text);
    }

    private static long WholeNumber(string name, string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ApiProblem.BadRequest($"{name} must be a whole number.", name);

    private static void WriteList(Utf8JsonWriter json, string name, IQueryCollection query)
    {
        var items = query
            .Where(pair => pair.Key == name || IsIndexed(pair.Key, name))
            .SelectMany(pair => pair.Value)
            .SelectMany(value => (value ?? "").Split(','))
            .Where(item => item.Length > 0)
            .ToList();
        if (items.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var item in items)
            json.WriteStringValue(item);
        json.WriteEndArray();
    }

    // ids[] or ids[12]
    private static bool IsIndexed(string parameter, string name) =>
        parameter.StartsWith(name, StringComparison.Ordinal)
        && parameter.AsSpan(name.Length) is ['[', .. var index, ']']
        && (index.IsEmpty || index.IndexOfAnyExceptInRange('0', '9') < 0);

    private static void WriteMap(Utf8JsonWriter json, string name, IQueryCollection query, bool bare)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (parameter, values) in query)
        {
            if (parameter == name && values is [{ } text] && text.TrimStart().StartsWith('{'))
            {
                foreach (var (key, value) in ReadMap(text, name))
                    Add(key, value);
            }
            else if (
                parameter.StartsWith(name, StringComparison.Ordinal)
                && parameter[name.Length..] is ['[', .. var inner, ']']
            )
                Add(inner, One(parameter, values, FieldPath.Entry(name, inner)));
            else if (bare)
                Add(parameter, One(parameter, values, FieldPath.Entry(name, parameter)));
        }

        if (map.Count == 0)
            return;
        json.WriteStartObject(name);
        foreach (var (key, value) in map)
            json.WriteString(key, value);
        json.WriteEndObject();

        void Add(string key, string value)
        {
            if (!map.TryAdd(key, value))
                throw ApiProblem.BadRequest(
                    $"{name} names \"{ApiProblem.Shorten(key)}\" twice. Give it once.",
                    FieldPath.Entry(name, key)
                );
        }
    }

    private static string One(string parameter, StringValues values, string field) =>
        values.Count == 1
            ? values[0] ?? ""
            : throw ApiProblem.BadRequest(
                $"{ApiProblem.Shorten(parameter)} is given {values.Count} times. Give it once.",
                field
            );

    private static IReadOnlyDictionary<string, string> ReadMap(string text, string name)
    {
        try
        {
            return ContractReader.Read<JsonMap>(Encoding.UTF8.GetBytes($$"""{"map":{{text}}}""")).Map;
        }
        catch (ApiException refusal) when (refusal.Field is { } field)
        {
            throw ApiProblem.BadRequest(refusal.Message, name + field["map".Length..]);
        }
    }

    private sealed record JsonMap
    {
        public required IReadOnlyDictionary<string, string> Map { get; init; }
    }
}
