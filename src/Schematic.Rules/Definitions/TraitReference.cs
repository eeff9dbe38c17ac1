namespace Schematic.Rules.Definitions;

/// <summary>The trait a condition names.</summary>
/// <param name="Id">The id of the trait's definition.</param>
/// <param name="Entity">Whose trait is compared.</param>
/// <param name="Kind">How it compares for an entity that has no value for it; one that has is compared by its own definition.</param>
public sealed record TraitReference(string Id, EntityKind Entity, ComparableKind Kind);
