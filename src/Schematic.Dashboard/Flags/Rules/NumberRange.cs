using Schematic.Contracts.Flags;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>The numbers that satisfy all comparisons added so far.</summary>
internal sealed class NumberRange
{
    private readonly HashSet<decimal> _excluded = [];
    private (decimal Number, bool IsIncluded) _low = (decimal.MinValue, true);
    private (decimal Number, bool IsIncluded) _high = (decimal.MaxValue, true);

    /// <summary>True if no number satisfies all comparisons.</summary>
    public bool IsEmpty =>
        _low.Number > _high.Number
        || (_low.Number == _high.Number && (!_low.IsIncluded || !_high.IsIncluded || _excluded.Contains(_low.Number)));

    public void Narrow(ComparableOperator comparison, decimal number)
    {
        if (comparison == ComparableOperator.Ne)
            _excluded.Add(number);
        if (comparison is ComparableOperator.Eq or ComparableOperator.Gt or ComparableOperator.Gte)
            RaiseLow(number, comparison != ComparableOperator.Gt);
        if (comparison is ComparableOperator.Eq or ComparableOperator.Lt or ComparableOperator.Lte)
            LowerHigh(number, comparison != ComparableOperator.Lt);
    }

    private void RaiseLow(decimal number, bool isIncluded)
    {
        if (number > _low.Number || (number == _low.Number && !isIncluded))
            _low = (number, isIncluded);
    }

    private void LowerHigh(decimal number, bool isIncluded)
    {
        if (number < _high.Number || (number == _high.Number && !isIncluded))
            _high = (number, isIncluded);
    }
}
