using System.Text;
using System.Text.Json;

namespace Schematic.Api.Http.Binding;

/// <summary>
/// One pass over a request body before it is read as a contract. It finds what a deserializer lets through, also in
/// members that no contract has: lone surrogates, NUL, numbers beyond a double, a member given twice. See ADR 0011.
/// </summary>
internal static class JsonScan
{
    /// <summary>Returns the members of the outermost object; refuses anything that is not one JSON object.</summary>
    public static HashSet<string> Members(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var objects = new Stack<HashSet<string>?>();
        HashSet<string>? outermost = null;
        var start = 0L;
        try
        {
            while (reader.Read())
            {
                start = reader.TokenStartIndex;
                switch (reader.TokenType)
                {
                    case JsonTokenType.StartObject:
                        objects.Push(new HashSet<string>(StringComparer.Ordinal));
                        outermost ??= objects.Count == 1 ? objects.Peek() : null;
                        break;
                    case JsonTokenType.StartArray:
                        objects.Push(null);
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        objects.Pop();
                        break;
                    case JsonTokenType.PropertyName:
                        AddMember(objects.Peek()!, Text(ref reader));
                        break;
                    default:
                        CheckValue(ref reader);
                        break;
                }
            }
        }
        catch (JsonException malformed)
        {
            throw Malformed(malformed);
        }
        catch (ApiException refusal)
        {
            // Only here is the path worth a second walk.
            throw ApiProblem.BadRequest(refusal.Message, JsonLocation.Find(json, start));
        }

        return outermost ?? throw ApiProblem.BadRequest("The request body must be a JSON object.");
    }

    /// <summary>The refusal of a body that is no JSON.</summary>
    public static ApiException Malformed(JsonException malformed) =>
        ApiProblem.BadRequest(
            $"The request body is not valid JSON: line {malformed.LineNumber + 1}, position {malformed.BytePositionInLine + 1}."
        );

    private static void AddMember(HashSet<string> members, string name)
    {
        if (!members.Add(name))
            throw ApiProblem.BadRequest($"\"{ApiProblem.Shorten(name)}\" is given twice in one object. Give it once.");
    }

    private static void CheckValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String && (reader.ValueIsEscaped || !IsPlain(reader.ValueSpan)))
            Text(ref reader);
        if (reader.TokenType == JsonTokenType.Number && !double.IsFinite(reader.GetDouble()))
            throw ApiProblem.BadRequest(
                $"The number {ApiProblem.Shorten(Encoding.UTF8.GetString(reader.ValueSpan))} is out of range."
            );
    }

    private static bool IsPlain(ReadOnlySpan<byte> utf8) =>
        !utf8.Contains((byte)0) && System.Text.Unicode.Utf8.IsValid(utf8);

    private static string Text(ref Utf8JsonReader reader)
    {
        string text;
        try
        {
            text = reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw ApiProblem.BadRequest(
                "The request body holds text that is not valid Unicode (half of a surrogate pair)."
            );
        }

        return TextSafety.Check(text, "The request body");
    }
}
