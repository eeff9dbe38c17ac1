namespace Schematic.Rules.Definitions;

/// <summary>The kind of an entitlement.</summary>
public enum EntitlementKind
{
    Unknown = 0,
    Boolean,
    Numeric,
    Trait,
    Unlimited,
    Credit,
}
