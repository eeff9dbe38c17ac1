using System.Text.Json;

namespace Schematic.Api.Http.Binding;

/// <summary>Finds the path of a token in JSON text, for the refusal that names it.</summary>
internal static class JsonLocation
{
    /// <summary>The path of the member or item whose token starts at <paramref name="tokenStart"/>.</summary>
    /// <returns>Null for the whole text, and for a name that is no valid text in the outermost object.</returns>
    public static string? Find(ReadOnlySpan<byte> json, long tokenStart)
    {
        var reader = new Utf8JsonReader(json);
        var containers = new Stack<Container>();
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                containers.Pop();
                continue;
            }

            if (containers.TryPeek(out var outer))
                outer.Advance(ref reader);
            if (reader.TokenStartIndex >= tokenStart)
                break;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                containers.Push(new Container(reader.TokenType == JsonTokenType.StartArray));
        }

        var path = containers.Reverse().Aggregate("", static (path, container) => container.Append(path));
        return path.Length == 0 ? null : path;
    }

    /// <summary>An object or a list on the way, and how far it has been read.</summary>
    private sealed class Container(bool isList)
    {
        private int _index = -1;
        private string? _name;

        public void Advance(ref Utf8JsonReader reader)
        {
            if (isList)
                _index++;
            else if (reader.TokenType == JsonTokenType.PropertyName)
                _name = NameOf(ref reader);
        }

        public string Append(string path) =>
            isList ? FieldPath.Item(path, _index)
            : _name is null ? path
            : FieldPath.Entry(path, _name);

        // A name that cannot be text cannot be told either: the object that has it stands for it.
        private static string? NameOf(ref Utf8JsonReader reader)
        {
            try
            {
                return reader.GetString() is { } name && !name.Contains('\0', StringComparison.Ordinal) ? name : null;
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        }
    }
}
