using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Schematic.Api.Persistence.Sql;

namespace Schematic.Api.Entities;

/// <summary>
/// The traits of one company or user as the JSON of <see cref="EntityRow.Traits"/>: for each definition's seq the value
/// and the times, in microseconds since 1970, at which the trait came and last changed. See docs/adr/0017.
/// </summary>
internal static class TraitDocument
{
    public const string Empty = "{}";

    public const int MaxValueLength = 1024;

    // Shorter than the default, which makes six bytes of each letter beyond ASCII; nothing here is put into HTML.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string FromTraits(IReadOnlyCollection<TraitDetail> traits)
    {
        if (traits.Count == 0)
            return Empty;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            foreach (var trait in traits)
            {
                json.WriteStartArray(Name(trait.Definition.Seq));
                json.WriteStringValue(trait.Value);
                json.WriteNumberValue(SqlDialect.ToMicroseconds(trait.CreatedAt));
                json.WriteNumberValue(SqlDialect.ToMicroseconds(trait.UpdatedAt));
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static List<StoredTrait> Read(string document)
    {
        var traits = new List<StoredTrait>();
        if (document == Empty)
            return traits;
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(document));
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var definition = int.Parse(json.GetString()!, CultureInfo.InvariantCulture);
            json.Read();
            json.Read();
            var value = json.GetString()!;
            json.Read();
            var created = json.GetInt64();
            json.Read();
            var updated = json.GetInt64();
            json.Read();
            traits.Add(
                new StoredTrait(
                    definition,
                    value,
                    SqlDialect.FromMicroseconds(created),
                    SqlDialect.FromMicroseconds(updated)
                )
            );
        }

        return traits;
    }

    /// <summary>
    /// A LIKE pattern that documents with a value for the definition match, and no others: quotes within a value are
    /// escaped.
    /// </summary>
    public static string Having(int definitionSeq) => $"%\"{Name(definitionSeq)}\":[%";

    private static string Name(int definitionSeq) => definitionSeq.ToString(CultureInfo.InvariantCulture);
}

/// <param name="DefinitionSeq">May be the seq of a definition that was deleted; such a trait is gone.</param>
internal readonly record struct StoredTrait(
    int DefinitionSeq,
    string Value,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);
