using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Schematic.Contracts.Wire;

namespace Schematic.Api.AuditLog.Recording;

/// <summary>
/// Takes out of bodies and addresses what nobody may read later: texts under names that speak of secrets, and API keys
/// wherever they stand. What is no JSON, or too long, is left out whole, since nobody can tell what is in it.
/// </summary>
internal static partial class AuditRedaction
{
    /// <summary>Longer bodies are not kept.</summary>
    public const int MaxBytes = 32 * 1024;

    public const string Redacted = "[redacted]";

    private const int MaxUrl = 2048;

    private static readonly string[] SecretNames = ["password", "secret", "token"];

    /// <returns>The body, redacted; null if it cannot be kept.</returns>
    public static string? Body(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty || utf8.Length > MaxBytes)
            return null;
        var copy = new ArrayBufferWriter<byte>(utf8.Length);
        try
        {
            using var writer = new Utf8JsonWriter(copy, new JsonWriterOptions { Encoder = WireJson.Strict.Encoder });
            Copy(new Utf8JsonReader(utf8), writer);
        }
        // Texts that are none in Unicode make the latter.
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }

        return copy.WrittenCount > MaxBytes ? null : Encoding.UTF8.GetString(copy.WrittenSpan);
    }

    public static string Url(string url)
    {
        // An encoded key is no less of one; the address is kept decoded then.
        var plain = Uri.UnescapeDataString(url);
        var redacted = ApiKey().IsMatch(plain) ? Text(plain) : url;
        return redacted.Length > MaxUrl ? redacted[..MaxUrl] : redacted;
    }

    public static string Text(string text) => ApiKey().Replace(text, Redacted);

    private static void Copy(Utf8JsonReader reader, Utf8JsonWriter writer)
    {
        var (isSecret, depth) = (false, 0);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                writer.WritePropertyName(Text(name));
                if (!isSecret || reader.CurrentDepth <= depth)
                    (isSecret, depth) = (IsSecret(name), reader.CurrentDepth);
                continue;
            }

            // A list or object under such a name is no less of a secret than a text.
            if (reader.CurrentDepth < depth)
                (isSecret, depth) = (false, 0);
            CopyValue(ref reader, writer, isSecret);
        }
    }

    private static void CopyValue(ref Utf8JsonReader reader, Utf8JsonWriter writer, bool isSecret)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(isSecret ? Redacted : Text(reader.GetString()!));
                break;
            case JsonTokenType.Number:
                writer.WriteRawValue(reader.ValueSpan);
                break;
            case JsonTokenType.True or JsonTokenType.False:
                writer.WriteBooleanValue(reader.TokenType == JsonTokenType.True);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    // Counts of tokens and the like are numbers, which are kept.
    private static bool IsSecret(string name) =>
        name == "code" || Array.Exists(SecretNames, part => name.Contains(part, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"sch_(prod|stag|dev|acct)_[A-Za-z0-9]{16,}", RegexOptions.ExplicitCapture)]
    private static partial Regex ApiKey();
}
