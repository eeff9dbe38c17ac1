using Schematic.Rules.Definitions;
using Schematic.Rules.Lookup;

namespace Schematic.Rules;

/// <summary>A flag, stored or drafted, ready to be evaluated any number of times by any number of threads. Immutable.</summary>
public sealed class PreparedFlag
{
    private PreparedFlag(FlagDefinition definition, PreparedRules rules)
    {
        Definition = definition;
        Rules = rules;
        IdKey = new IdKey(definition.Id);
        KeyKey = new IdKey(definition.Key);
    }

    public FlagDefinition Definition { get; }

    public string Id => Definition.Id;

    public string Key => Definition.Key;

    /// <summary>The flag's own; those derived for a company come with the company.</summary>
    public PreparedRules Rules { get; }

    internal IdKey IdKey { get; }

    internal IdKey KeyKey { get; }

    public static PreparedFlag Prepare(FlagDefinition flag)
    {
        ArgumentNullException.ThrowIfNull(flag);
        return new PreparedFlag(flag, PreparedRules.Prepare(flag.Rules));
    }
}
