using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Entities.Traits;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>
/// The names of what rules refer to: companies, users, plans, traits and events. Filled as answers of the API name
/// them.
/// </summary>
public sealed class RuleVocabulary
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityTraitDefinitionResponseData> _traits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _values = new(StringComparer.Ordinal);

    /// <summary>Grows with each name, trait, event or value learnt.</summary>
    public int Version { get; private set; }

    /// <summary>Known traits ordered by name, those of companies first.</summary>
    public IReadOnlyList<EntityTraitDefinitionResponseData> Traits { get; private set; } = [];

    public IReadOnlyList<string> Events { get; private set; } = [];

    /// <summary>Returns the name of a company, user or plan; its id if the name is not known.</summary>
    public string NameOf(string id) => _names.GetValueOrDefault(id, id);

    public bool IsKnown(string id) => _names.ContainsKey(id);

    public EntityTraitDefinitionResponseData? TraitOf(string? id) => id is null ? null : _traits.GetValueOrDefault(id);

    public string TraitName(string? id) => TraitOf(id) is { } trait ? TraitPath.Dotted(trait.Hierarchy) : id ?? "";

    public TraitType TypeOf(string? traitId) => TraitOf(traitId)?.TraitType ?? TraitType.String;

    /// <summary>Returns values that companies or users have for a trait; null if they were never fetched.</summary>
    public IReadOnlyList<string>? ValuesOf(string? traitId) =>
        traitId is null ? null : _values.GetValueOrDefault(traitId);

    public void LearnName(string id, string name)
    {
        if (_names.TryGetValue(id, out var known) && known == name)
            return;
        _names[id] = name;
        Version++;
    }

    public void LearnTraits(IEnumerable<EntityTraitDefinitionResponseData> traits)
    {
        foreach (var trait in traits)
            _traits[trait.Id] = trait;
        Traits =
        [
            .. _traits
                .Values.OrderBy(static trait => trait.EntityType)
                .ThenBy(static trait => TraitPath.Dotted(trait.Hierarchy), StringComparer.OrdinalIgnoreCase),
        ];
        Version++;
    }

    public void LearnEvents(IEnumerable<string> events)
    {
        Events = [.. events.Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase)];
        Version++;
    }

    public void LearnValues(string traitId, IReadOnlyList<string> values)
    {
        _values[traitId] = values;
        Version++;
    }

    /// <summary>Learns the names and traits embedded in rules of a response.</summary>
    public void Learn(IEnumerable<RuleDetailResponseData> rules)
    {
        var conditions = rules
            .SelectMany(static rule =>
                rule.Conditions.Concat(rule.ConditionGroups.SelectMany(static group => group.Conditions))
            )
            .ToList();
        foreach (var resource in conditions.SelectMany(static condition => condition.Resources))
            LearnName(resource.Id, resource.Name);
        LearnTraits(
            conditions
                .SelectMany(static condition => new[] { condition.Trait, condition.ComparisonTrait })
                .OfType<EntityTraitDefinitionResponseData>()
        );
    }
}
