using Schematic.Rules.Definitions;
using Schematic.Rules.Lookup;

namespace Schematic.Rules;

/// <summary>
/// A flag, stored or drafted, prepared for any number of evaluations by any number of threads. Immutable.
/// </summary>
public sealed class PreparedFlag
{
    private PreparedFlag(FlagDefinition definition, PreparedRules rules)
    {
        Definition = definition;
        Rules = rules;
        IdKey = new IdKey(definition.Id);
        KeyKey = new IdKey(definition.Key);
        AsksForMetrics = rules.AskForMetrics;
        AsksForCredits = rules.AskForCredits;
    }

    public FlagDefinition Definition { get; }

    public string Id => Definition.Id;

    public string Key => Definition.Key;

    /// <summary>The flag's own rules; derived rules come with the company and the user.</summary>
    public PreparedRules Rules { get; }

    /// <summary>True if a condition of the flag's own rules is about a counter of the company.</summary>
    public bool AsksForMetrics { get; }

    /// <summary>True if a condition of any rule is about credits of the company.</summary>
    public bool AsksForCredits { get; }

    internal IdKey IdKey { get; }

    internal IdKey KeyKey { get; }

    public static PreparedFlag Prepare(FlagDefinition flag)
    {
        ArgumentNullException.ThrowIfNull(flag);
        return new PreparedFlag(flag, PreparedRules.Prepare(flag.Rules));
    }
}
