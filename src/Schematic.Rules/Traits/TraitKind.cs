namespace Schematic.Rules.Traits;

/// <summary>What kind of value a trait holds; decides how conditions compare it.</summary>
public enum TraitKind
{
    String,
    Boolean,
    Number,
    Date,
    Url,
}
