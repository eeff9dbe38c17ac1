namespace Schematic.Rules.Definitions;

/// <summary>What an entitlement gives.</summary>
public enum EntitlementKind
{
    Unknown = 0,
    Boolean,
    Numeric,
    Trait,
    Unlimited,
    Credit,
}
