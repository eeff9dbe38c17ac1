using Schematic.Rules.Definitions;

namespace Schematic.Rules.Facts;

/// <summary>The value of a trait of an entity.</summary>
/// <param name="TraitId">Id of the trait's definition.</param>
/// <param name="Kind">The kind of that definition; decides how the value compares.</param>
/// <param name="Value">The stored text.</param>
public readonly record struct TraitFact(string TraitId, ComparableKind Kind, string Value);
