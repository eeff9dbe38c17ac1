using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Rules.Definitions;

namespace Schematic.Testing.Rules;

/// <summary>The eight operators with their names on the wire.</summary>
public static class Operators
{
    public static IReadOnlyList<(string Name, ComparisonOperator Operator)> All { get; } =
    [
        ("eq", ComparisonOperator.Eq),
        ("ne", ComparisonOperator.Ne),
        ("gt", ComparisonOperator.Gt),
        ("gte", ComparisonOperator.Gte),
        ("lt", ComparisonOperator.Lt),
        ("lte", ComparisonOperator.Lte),
        ("is_empty", ComparisonOperator.IsEmpty),
        ("not_empty", ComparisonOperator.NotEmpty),
    ];

    public static ComparisonOperator Named(string name) => All.Single(comparison => comparison.Name == name).Operator;

    /// <summary>The operators that a condition may be saved with, in terms of the engine.</summary>
    public static IReadOnlyList<ComparisonOperator> For(
        ConditionKind kind,
        ComparableKind trait = ComparableKind.String
    ) =>
        [
            .. ConditionShape
                .GetOperators(
                    Enum.Parse<ConditionType>(kind.ToString()),
                    trait == ComparableKind.Bool ? TraitType.Boolean : TraitType.String
                )
                .Select(static comparison => Enum.Parse<ComparisonOperator>(comparison.ToString())),
        ];
}
