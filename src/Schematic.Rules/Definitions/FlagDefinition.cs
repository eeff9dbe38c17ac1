namespace Schematic.Rules.Definitions;

/// <summary>A flag of one environment with its own rules; those derived for a company come with the company's facts.</summary>
public sealed record FlagDefinition
{
    public required string Id { get; init; }

    public required string Key { get; init; }

    /// <summary>What the flag is where no rule matches.</summary>
    public bool DefaultValue { get; init; }

    public IReadOnlyList<RuleDefinition> Rules { get; init; } = [];
}
