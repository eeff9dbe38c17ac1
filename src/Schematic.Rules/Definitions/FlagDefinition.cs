namespace Schematic.Rules.Definitions;

/// <summary>
/// A flag in one environment with its own rules. Rules derived for a company come with <see
/// cref="Facts.CompanyFacts"/>.
/// </summary>
public sealed record FlagDefinition
{
    public required string Id { get; init; }

    public required string Key { get; init; }

    /// <summary>The value if no rule matches.</summary>
    public bool DefaultValue { get; init; }

    public IReadOnlyList<RuleDefinition> Rules { get; init; } = [];
}
