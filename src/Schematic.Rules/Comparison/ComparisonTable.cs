using Schematic.Rules.Definitions;

namespace Schematic.Rules.Comparison;

/// <summary>
/// The meaning of every operator for every comparable kind. Source: domain, flag evaluation, "comparison by type".
/// </summary>
public static class ComparisonTable
{
    public static bool Holds(
        ComparableKind kind,
        ComparisonOperator comparison,
        in ComparableValue left,
        in ComparableValue right
    ) =>
        kind switch
        {
            ComparableKind.String => Texts(comparison, left.Text, right.Text),
            ComparableKind.Int => Numbers(comparison, left.Number, right.Number),
            ComparableKind.Bool => Booleans(comparison, left.IsTrue, right.IsTrue),
            ComparableKind.Date => Dates(comparison, left.Utc, right.Utc),
            _ => false,
        };

    /// <summary>Compares two texts by their code units.</summary>
    public static bool Texts(ComparisonOperator comparison, string left, string right) =>
        comparison switch
        {
            ComparisonOperator.Eq => string.Equals(left, right),
            ComparisonOperator.Ne => !string.Equals(left, right),
            ComparisonOperator.Gt => string.CompareOrdinal(left, right) > 0,
            ComparisonOperator.Gte => string.CompareOrdinal(left, right) >= 0,
            ComparisonOperator.Lt => string.CompareOrdinal(left, right) < 0,
            ComparisonOperator.Lte => string.CompareOrdinal(left, right) <= 0,
            ComparisonOperator.IsEmpty => left.Length == 0,
            ComparisonOperator.NotEmpty => left.Length > 0,
            _ => false,
        };

    /// <summary>Compares two numbers. A negative number is neither empty nor not empty.</summary>
    public static bool Numbers(ComparisonOperator comparison, decimal left, decimal right) =>
        comparison switch
        {
            ComparisonOperator.Eq => left == right,
            ComparisonOperator.Ne => left != right,
            ComparisonOperator.Gt => left > right,
            ComparisonOperator.Gte => left >= right,
            ComparisonOperator.Lt => left < right,
            ComparisonOperator.Lte => left <= right,
            ComparisonOperator.IsEmpty => left == 0,
            ComparisonOperator.NotEmpty => left > 0,
            _ => false,
        };

    /// <summary>Compares two booleans. A boolean is never empty and has no order.</summary>
    public static bool Booleans(ComparisonOperator comparison, bool left, bool right) =>
        comparison switch
        {
            ComparisonOperator.Eq => left == right,
            ComparisonOperator.Ne => left != right,
            ComparisonOperator.NotEmpty => true,
            _ => false,
        };

    /// <summary>
    /// Compares two dates, either of which may be absent. Absent equals absent, and is before every date.
    /// </summary>
    public static bool Dates(ComparisonOperator comparison, DateTime? left, DateTime? right) =>
        comparison switch
        {
            ComparisonOperator.Eq => left == right,
            ComparisonOperator.Ne => left != right,
            ComparisonOperator.Gt => IsAfter(left, right),
            ComparisonOperator.Gte => left == right || IsAfter(left, right),
            ComparisonOperator.Lt => IsAfter(right, left),
            ComparisonOperator.Lte => left == right || IsAfter(right, left),
            ComparisonOperator.IsEmpty => left is null,
            ComparisonOperator.NotEmpty => left is not null,
            _ => false,
        };

    private static bool IsAfter(DateTime? date, DateTime? other) =>
        date is { } given && (other is not { } bound || given > bound);
}
