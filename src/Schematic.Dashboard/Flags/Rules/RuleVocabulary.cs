using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Entities.Traits;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>The names of what rules speak of: companies, users, plans, traits, events. Grows as more is learnt.</summary>
public sealed class RuleVocabulary
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityTraitDefinitionResponseData> _traits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _values = new(StringComparer.Ordinal);

    /// <summary>Counts up with what is learnt.</summary>
    public int Version { get; private set; }

    /// <summary>By name, those of companies first.</summary>
    public IReadOnlyList<EntityTraitDefinitionResponseData> Traits { get; private set; } = [];

    public IReadOnlyList<string> Events { get; private set; } = [];

    /// <summary>The name of a company, user or plan; its id where none is known.</summary>
    public string NameOf(string id) => _names.GetValueOrDefault(id, id);

    public bool IsKnown(string id) => _names.ContainsKey(id);

    public EntityTraitDefinitionResponseData? TraitOf(string? id) => id is null ? null : _traits.GetValueOrDefault(id);

    public string TraitName(string? id) => TraitOf(id) is { } trait ? TraitPath.Dotted(trait.Hierarchy) : id ?? "";

    public TraitType TypeOf(string? traitId) => TraitOf(traitId)?.TraitType ?? TraitType.String;

    /// <summary>Values that companies or users have of a trait; null where that was not asked.</summary>
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

    /// <summary>What the rules of an answer say by the way.</summary>
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
