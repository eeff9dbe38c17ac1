namespace Schematic.Rules.Facts;

/// <summary>All that the rules may ask about a user; to be prepared with <see cref="UserContext.Prepare"/>.</summary>
public sealed record UserFacts
{
    public required string Id { get; init; }

    public IReadOnlyList<TraitFact> Traits { get; init; } = [];

    /// <summary>By flag id, the rules that the user's entitlements add to a flag.</summary>
    public IReadOnlyDictionary<string, PreparedRules> DerivedRules { get; init; } =
        new Dictionary<string, PreparedRules>();
}
