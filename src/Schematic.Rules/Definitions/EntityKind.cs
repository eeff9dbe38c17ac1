namespace Schematic.Rules.Definitions;

/// <summary>Whose trait it is.</summary>
public enum EntityKind
{
    Company = 0,
    User,
}
