namespace Schematic.Rules.Facts;

/// <summary>Everything that rules may ask about a user. Prepare it with <see cref="UserContext.Prepare"/>.</summary>
public sealed record UserFacts
{
    public required string Id { get; init; }

    public IReadOnlyList<TraitFact> Traits { get; init; } = [];

    /// <summary>The rules that the user's entitlements add to flags, by flag id.</summary>
    public IReadOnlyDictionary<string, PreparedRules> DerivedRules { get; init; } =
        new Dictionary<string, PreparedRules>();
}
