namespace Schematic.Rules.Definitions;

/// <summary>How the left side of a condition relates to the right. What is none of these holds for nothing.</summary>
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
