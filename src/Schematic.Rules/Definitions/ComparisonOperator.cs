namespace Schematic.Rules.Definitions;

/// <summary>How the left side of a condition relates to the right. Any other value never holds.</summary>
public enum ComparisonOperator
{
    Unknown = 0,
    Eq,
    Ne,
    Gt,
    Gte,
    Lt,
    Lte,
    IsEmpty,
    NotEmpty,
}
