namespace Schematic.Rules.Definitions;

/// <summary>The entity that a trait belongs to.</summary>
public enum EntityKind
{
    Company = 0,
    User,
}
