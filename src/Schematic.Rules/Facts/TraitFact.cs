using Schematic.Rules.Definitions;

namespace Schematic.Rules.Facts;

/// <summary>A value that an entity has for a trait.</summary>
/// <param name="TraitId">The id of the trait's definition.</param>
/// <param name="Kind">From that definition; decides how the value compares.</param>
/// <param name="Value">As stored.</param>
public readonly record struct TraitFact(string TraitId, ComparableKind Kind, string Value);
