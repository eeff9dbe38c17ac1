using System.Text;
using System.Text.Json;
using Schematic.Contracts.AuditLog;

namespace Schematic.Dashboard.AuditLog;

/// <summary>Fields of a thing by their path, as a body of an entry has them.</summary>
internal static class AuditState
{
    // They change without anybody changing them.
    private static readonly HashSet<string> Noise = new(StringComparer.Ordinal)
    {
        "updated_at",
        "last_seen_at",
        "last_checked_at",
        "entity_traits",
        "metrics",
        "rules",
    };

    /// <summary>The thing as the request left it; null if the answer does not have it whole.</summary>
    public static JsonElement? After(AuditLogResponseData entry) =>
        Parse(entry.RespBody) is { ValueKind: JsonValueKind.Object } answer
        && answer.TryGetProperty("data", out var data)
        && data.ValueKind == JsonValueKind.Object
        && entry.RespCode < 400
        && entry.ResourceIdString is { } resource
        && data.TryGetProperty("id", out var id)
        && id.ValueKind == JsonValueKind.String
        && id.GetString() == resource
            ? data
            : null;

    /// <summary>The fields that were sent.</summary>
    public static IReadOnlyList<AuditChange> Sent(AuditLogResponseData entry) =>
        Parse(entry.ReqBody) is { } body
            ? [.. Flatten(body).Select(static field => new AuditChange(field.Key, null, field.Value))]
            : [];

    /// <summary>The sentence with which a request was refused; null if there is none.</summary>
    public static string? Refusal(AuditLogResponseData entry) =>
        entry.RespCode >= 400
        && Parse(entry.RespBody) is { ValueKind: JsonValueKind.Object } answer
        && answer.TryGetProperty("error", out var error)
        && error.ValueKind == JsonValueKind.String
            ? error.GetString()
            : null;

    /// <summary>
    /// The fields in which a thing differs from its former state: those that were sent, or else all but those that
    /// change by themselves.
    /// </summary>
    public static IReadOnlyList<AuditChange> Compare(JsonElement before, JsonElement after, string? sent)
    {
        var named = Named(sent, before, after);
        var (old, current) = (Flatten(Part(before, named)), Flatten(Part(after, named)));
        return
        [
            .. current
                .Keys.Union(old.Keys, StringComparer.Ordinal)
                .Select(field => new AuditChange(field, old.GetValueOrDefault(field), current.GetValueOrDefault(field)))
                .Where(static change => change.Before != change.After),
        ];
    }

    /// <summary>JSON on several lines; the text itself where it is none.</summary>
    public static string? Indent(string? json) =>
        Parse(json) is { } body ? JsonSerializer.Serialize(body, AuditJson.Indented) : json;

    // A body that only says whom it is about, by keys, names nothing. A field that was emptied may stand only in the
    // state before.
    private static HashSet<string>? Named(string? sent, JsonElement before, JsonElement after)
    {
        if (Parse(sent) is not { ValueKind: JsonValueKind.Object } body)
            return null;
        var names = body.EnumerateObject()
            .Select(static field => field.Name)
            .Where(name => before.TryGetProperty(name, out _) || after.TryGetProperty(name, out _))
            .ToHashSet(StringComparer.Ordinal);
        return names.Any(static name => name is not ("keys" or "id")) ? names : null;
    }

    private static IEnumerable<JsonProperty> Part(JsonElement state, HashSet<string>? named) =>
        state.EnumerateObject().Where(field => named?.Contains(field.Name) ?? !Noise.Contains(field.Name));

    private static Dictionary<string, string> Flatten(IEnumerable<JsonProperty> fields)
    {
        var flat = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in fields)
            Add(flat, field.Name, field.Value);
        return flat;
    }

    private static Dictionary<string, string> Flatten(JsonElement body)
    {
        var flat = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(flat, "", body);
        return flat;
    }

    private static void Add(Dictionary<string, string> flat, string path, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var field in value.EnumerateObject().Where(static field => field.Name != "updated_at"))
                    Add(flat, path.Length == 0 ? field.Name : $"{path}.{field.Name}", field.Value);
                break;
            case JsonValueKind.Array when value.EnumerateArray().All(IsKey) && value.GetArrayLength() > 0:
                foreach (var key in value.EnumerateArray())
                    flat[$"{path}.{key.GetProperty("key").GetString()}"] = Text(key.GetProperty("value"));
                break;
            case JsonValueKind.Null:
                break;
            default:
                flat[path] = Text(value);
                break;
        }
    }

    // A key of a company or user, which has an id and times besides.
    private static bool IsKey(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object
        && item.TryGetProperty("key", out var key)
        && key.ValueKind == JsonValueKind.String
        && item.TryGetProperty("value", out _);

    private static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Array => Texts(value),
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            _ => value.GetRawText(),
        };

    private static string Texts(JsonElement list)
    {
        if (list.EnumerateArray().Any(static item => item.ValueKind is JsonValueKind.Object or JsonValueKind.Array))
            return JsonSerializer.Serialize(list, AuditJson.Plain);
        return new StringBuilder().AppendJoin(", ", list.EnumerateArray().Select(Text)).ToString();
    }

    private static JsonElement? Parse(string? json)
    {
        if (json is null)
            return null;
        try
        {
            return JsonElement.Parse(json);
        }
        catch (JsonException)
        {
            // Another server may keep what is none.
            return null;
        }
    }
}
