using System.Globalization;
using System.Text.Json;

namespace Schematic.Testing.Contract;

/// <summary>
/// Makes JSON from a schema: mostly what it allows, at the bounds and beyond them, and now and then what it does not.
/// The same seed makes the same values.
/// </summary>
/// <param name="name">
/// What stands for a value that exists, by the name of the member that it would be right for; null if there is none.
/// </param>
public sealed class SchemaFuzzer(Random dice, Func<string, string?> name)
{
    private const int MaxDepth = 6;
    private const int LongestText = 5000;
    private const int MostItems = 300;

    private static readonly string[] OddTexts =
    [
        "\"\"",
        "\" \"",
        "\"\\u0000\"",
        "\"\\ud83d\"",
        "\"\\ude80\\ud83d\"",
        "\"👩‍👩‍👧 naïve ﷽\"",
        "\"\\u202eabc\"",
        "\"'; DROP TABLE x; --\"",
        "\"%_\\\\\"",
        "\"{0}\"",
        "\"null\"",
        "\"../../etc\"",
        "\"İıſK\"",
        "\"-0\"",
        "\"9007199254740993\"",
        "\"1e999\"",
    ];

    private static readonly string[] OddNumbers =
    [
        "0",
        "-0",
        "1",
        "-1",
        "1.0",
        "1e3",
        "0.1",
        "5e-324",
        "1.7976931348623157e308",
        "1e999",
        "2147483647",
        "2147483648",
        "-2147483649",
        "9007199254740993",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "-9223372036854775809",
        "18446744073709551616",
        "12345678901234567890123456789012345678901234567890",
    ];

    private static readonly string[] OddTimes =
    [
        "\"2026-11-20T13:37:00Z\"",
        "\"2026-11-20T13:37:00.123456789+05:45\"",
        "\"2026-11-20T13:37:00\"",
        "\"0001-01-01T00:00:00Z\"",
        "\"0001-01-01T00:00:00+14:00\"",
        "\"9999-12-31T23:59:59.9999999Z\"",
        "\"9999-12-31T23:59:59-14:00\"",
        "\"2016-12-31T23:59:60Z\"",
        "\"1969-12-31T23:59:59Z\"",
        "\"2027-03-01T00:00:00Z\"",
    ];

    private static readonly string[] OddValues = ["null", "true", "\"x\"", "7", "{}", "[]", "[[[[]]]]", "{\"a\":{}}"];

    public string Value(OpenApiSchema schema, string member = "", int depth = 0)
    {
        if (Once(25))
            return Pick(OddValues);
        if (schema.Nullable && Once(8))
            return "null";
        if (schema.OneOf.Count > 0)
            return Value(Pick(schema.OneOf).Value, member, depth);
        return schema.Type switch
        {
            "string" => Text(schema, member),
            "integer" or "number" => Number(schema),
            "boolean" => Once(2) ? "true" : "false",
            "array" => List(schema, member, depth),
            _ => Object(schema, depth),
        };
    }

    /// <summary>As a value of the query string, which knows no types.</summary>
    public string Parameter(OpenApiParameter parameter)
    {
        var schema = parameter.Schema.Items?.Value ?? parameter.Schema;
        var json = Value(schema, parameter.Name.TrimEnd('s'));
        if (!json.StartsWith('"'))
            return json;
        try
        {
            return JsonSerializer.Deserialize<string>(json)!;
        }
        catch (JsonException)
        {
            return json;
        }
    }

    private string Text(OpenApiSchema schema, string member)
    {
        if (schema.Enum.Count > 0)
            return Once(12) ? Pick(OddTexts) : $"\"{Pick(schema.Enum)}\"";
        if (schema.Format == "date-time")
            return Pick(OddTimes);
        if (name(member) is { } known && !Once(8))
            return $"\"{known}\"";
        if (Once(4))
            return Pick(OddTexts);
        var longest = schema.MaxLength ?? LongestText - 1;
        return dice.Next(8) switch
        {
            0 => Filled(longest),
            1 => Filled(longest + 1),
            2 => Filled(schema.MinLength ?? 0),
            3 => Filled((schema.MinLength ?? 1) - 1),
            _ => $"\"text-{dice.Next(20)}\"",
        };
    }

    private static string Filled(long length) => $"\"{new string('x', (int)Math.Clamp(length, 0, LongestText))}\"";

    private string Number(OpenApiSchema schema)
    {
        var (least, most) = (schema.Minimum, schema.Maximum);
        return dice.Next(6) switch
        {
            0 => Pick(OddNumbers),
            1 when least is { } bound => Written(bound - dice.Next(2)),
            2 when most is { } bound && bound < long.MaxValue => Written(bound + dice.Next(2)),
            3 when schema.Type == "number" => Written(dice.Next(10_000) / 7m),
            _ => Written((least ?? 0) + dice.Next(20)),
        };
    }

    private static string Written(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private string List(OpenApiSchema schema, string member, int depth)
    {
        var count = Once(40) ? (int)Math.Min(schema.MaxItems ?? 0, MostItems) + 1 : dice.Next(4);
        if (depth >= MaxDepth || schema.Items is null)
            count = 0;
        // In a list, "ids" holds what "id" would.
        var items = Enumerable.Range(0, count).Select(_ => Value(schema.Items!.Value, member.TrimEnd('s'), depth + 1));
        return $"[{string.Join(',', items)}]";
    }

    private string Object(OpenApiSchema schema, int depth)
    {
        var members = new List<string>();
        if (depth < MaxDepth)
        {
            foreach (var (member, inner) in schema.Properties)
            {
                if (schema.Required.Contains(member) ? !Once(50) : Once(3))
                    members.Add($"\"{member}\":{Value(inner.Value, member, depth + 1)}");
            }

            if (schema.Values is not null || schema.IsFreeForm)
                members.AddRange(Entries(schema, depth));
        }

        if (Once(60))
            members.Add("\"unknown\":{\"deep\":[1e3,{}]}");
        if (Once(120) && members.Count > 0)
            members.Add(members[0]);
        return $"{{{string.Join(',', members)}}}";
    }

    private IEnumerable<string> Entries(OpenApiSchema schema, int depth)
    {
        if (!Once(3))
            yield return $"\"id\":\"{name("company_id") ?? "x"}\"";
        for (var left = dice.Next(3); left > 0; left--)
            yield return $"\"key-{dice.Next(1000)}\":{(schema.Values is { } values
                ? Value(values.Value, "", depth + 1)
                : Pick(OddValues))}";
    }

    private bool Once(int times) => dice.Next(times) == 0;

    private T Pick<T>(IReadOnlyList<T> all) => all[dice.Next(all.Count)];
}
