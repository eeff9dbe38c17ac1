using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Entities;

/// <summary>Rows of keys, traits and their definitions on the wire.</summary>
internal static partial class EntityMapping
{
    public static EntityKeyDefinitionResponseData ToContract(this EntityKeyDefinitionRow row) =>
        new()
        {
            Id = row.Id,
            EntityType = row.EntityType,
            Key = row.Key,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
        };

    public static EntityTraitDefinitionResponseData ToContract(this EntityTraitDefinitionRow row) =>
        new()
        {
            Id = row.Id,
            EntityType = row.EntityType,
            DisplayName = row.DisplayName,
            Hierarchy = TraitPath.FromText(row.Hierarchy),
            TraitType = row.TraitType,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
        };

    public static IReadOnlyList<EntityKeyDetailResponseData> KeysToContract(
        this EntityDetail entity,
        string environmentId,
        bool withDefinitions
    ) =>
        [
            .. entity.Keys.Values.Select(key => new EntityKeyDetailResponseData
            {
                Id = PairId("enky", entity, key.Definition.Seq),
                Definition = withDefinitions ? key.Definition.ToContract() : null,
                DefinitionId = key.Definition.Id,
                EntityId = entity.Id,
                EntityType = entity.EntityType,
                EnvironmentId = environmentId,
                Key = key.Definition.Key,
                Value = key.Value,
                CreatedAt = key.CreatedAt,
                UpdatedAt = key.UpdatedAt,
            }),
        ];

    public static IReadOnlyList<EntityTraitDetailResponseData> TraitsToContract(
        this EntityDetail entity,
        string environmentId,
        bool withDefinitions
    ) =>
        [
            .. entity.Traits.Values.Select(trait => new EntityTraitDetailResponseData
            {
                Id = PairId("entr", entity, trait.Definition.Seq),
                Definition = withDefinitions ? trait.Definition.ToContract() : null,
                DefinitionId = trait.Definition.Id,
                EnvironmentId = environmentId,
                Value = trait.Value,
                CreatedAt = trait.CreatedAt,
                UpdatedAt = trait.UpdatedAt,
            }),
        ];

    /// <summary>
    /// The traits as one object, nested where they were given nested, each value in the JSON type of its definition.
    /// </summary>
    public static IReadOnlyDictionary<string, JsonElement> TraitMap(this EntityDetail entity)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            WriteObject(
                json,
                [.. entity.Traits.Values.Select(trait => (TraitPath.FromText(trait.Definition.Hierarchy), trait))],
                0
            );
        var traits = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in JsonElement.Parse(buffer.WrittenSpan).EnumerateObject())
            traits[member.Name] = member.Value;
        return traits;
    }

    // `traits` share the first `depth` steps of their paths.
    private static void WriteObject(
        Utf8JsonWriter json,
        IReadOnlyList<(IReadOnlyList<string> Path, TraitDetail Trait)> traits,
        int depth
    )
    {
        json.WriteStartObject();
        foreach (var group in traits.GroupBy(trait => trait.Path[depth]))
        {
            json.WritePropertyName(group.Key);
            var inside = group.ToList();
            if (inside is [var only] && only.Path.Count == depth + 1)
                WriteValue(json, only.Trait);
            else
                WriteObject(json, inside, depth + 1);
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, TraitDetail trait)
    {
        switch (trait.Definition.TraitType)
        {
            case TraitType.Boolean when trait.Value is "true" or "false":
                json.WriteBooleanValue(trait.Value == "true");
                break;
            case TraitType.Number
            or TraitType.Currency
                when JsonNumber().IsMatch(trait.Value)
                    && double.IsFinite(double.Parse(trait.Value, CultureInfo.InvariantCulture)):
                json.WriteRawValue(trait.Value);
                break;
            default:
                json.WriteStringValue(trait.Value);
                break;
        }
    }

    // An entity has one key of each name and one trait of each path: the pair names it, and costs no column.
    private static string PairId(string prefix, EntityDetail entity, int definitionSeq) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}_{NewId.Unique(entity.Id)}{definitionSeq:x}");

    [GeneratedRegex(
        @"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex JsonNumber();
}
