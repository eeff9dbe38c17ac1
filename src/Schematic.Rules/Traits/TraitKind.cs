namespace Schematic.Rules.Traits;

/// <summary>The kind of values that a trait has.</summary>
public enum TraitKind
{
    String,
    Boolean,
    Number,
    Date,
    Url,
}
