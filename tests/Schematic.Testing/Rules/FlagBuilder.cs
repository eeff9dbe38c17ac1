using Schematic.Rules;
using Schematic.Rules.Definitions;

namespace Schematic.Testing.Rules;

/// <summary>A flag with the rules a test names, in the order it names them.</summary>
public sealed class FlagBuilder
{
    public const string Id = "flag_1";
    public const string Key = "seats";

    private readonly List<RuleDefinition> _rules = [];
    private bool _defaultValue;

    public static RuleDefinition Rule(string id, bool value, params ConditionDefinition[] conditions) =>
        new()
        {
            Id = id,
            Name = $"Rule {id}",
            Value = value,
            Conditions = conditions,
        };

    public FlagBuilder DefaultsTo(bool value)
    {
        _defaultValue = value;
        return this;
    }

    public FlagBuilder With(params RuleDefinition[] rules)
    {
        _rules.AddRange(rules);
        return this;
    }

    public FlagDefinition Define() =>
        new()
        {
            Id = Id,
            Key = Key,
            DefaultValue = _defaultValue,
            Rules = [.. _rules],
        };

    public PreparedFlag Prepare() => PreparedFlag.Prepare(Define());
}
