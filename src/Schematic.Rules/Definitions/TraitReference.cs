namespace Schematic.Rules.Definitions;

/// <summary>A trait that a condition refers to.</summary>
/// <param name="Id">The id of the trait's definition.</param>
/// <param name="Entity">The entity whose trait is compared.</param>
/// <param name="Kind">How it compares for an entity without a value; an entity with a value is compared by the kind of
/// that value.</param>
public sealed record TraitReference(string Id, EntityKind Entity, ComparableKind Kind);
