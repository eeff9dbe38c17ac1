using System.Text.Json;
using Schematic.Contracts.Entities;
using Schematic.Dashboard.Entities.Keys;
using Schematic.Dashboard.Entities.Traits;

namespace Schematic.Dashboard.Entities;

/// <summary>A company or a user being created.</summary>
public sealed class EntityDraft(EntityType type)
{
    public EntityType Type { get; } = type;

    public string Name { get; set; } = "";

    /// <summary>At least one row, of which at least one must be filled in.</summary>
    public List<KeyDraft> Keys { get; } = [new()];

    public List<TraitDraft> Traits { get; } = [];

    /// <summary>The rows that count: an empty row besides the first is nobody's mistake.</summary>
    public IEnumerable<KeyDraft> FilledKeys => Keys.Where((key, index) => index == 0 || !key.IsEmpty);

    public IEnumerable<TraitDraft> FilledTraits =>
        Traits.Where(static trait => trait.Name.Trim().Length > 0 || trait.Text.Length > 0 || trait.Date.Length > 0);

    /// <summary>Null where none was given: the API takes the first key's value.</summary>
    public string? ToName() => Name.Trim() is { Length: > 0 } name ? name : null;

    public IReadOnlyDictionary<string, string> ToKeys() =>
        FilledKeys.ToDictionary(static key => key.Name.Trim(), static key => key.Value.Trim(), StringComparer.Ordinal);

    public IReadOnlyDictionary<string, JsonElement>? ToTraits() =>
        FilledTraits.Any() ? TraitPath.Nest(FilledTraits.Select(static trait => (trait.Path, trait.ToJson()))) : null;
}
