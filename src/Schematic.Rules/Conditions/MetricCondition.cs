using Schematic.Rules.Comparison;
using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;
using Schematic.Rules.Lookup;

namespace Schematic.Rules.Conditions;

/// <summary>
/// Compares a counter of the company, plus the pre-flight quantity, with a number or with a trait of the company. Does
/// not hold if it names no event, or nothing to compare with although its operator needs it.
/// </summary>
internal sealed class MetricCondition : PreparedCondition
{
    private readonly MetricKey? _metric;
    private readonly IdKey? _comparisonTrait;
    private readonly decimal? _value;

    public MetricCondition(ConditionDefinition definition)
        : base(definition)
    {
        if (definition.EventSubtype is { } subtype)
            _metric = new MetricKey(new IdKey(subtype), definition.MetricPeriod, definition.MetricPeriodMonthReset);
        if (definition.ComparisonTrait is { } trait)
            _comparisonTrait = new IdKey(trait.Id);
        _value = definition.MetricValue ?? (ConditionText.HasRightSide(definition.Operator) ? null : 0);
    }

    public bool Holds<TObserver>(in EvaluationScope scope, ref TObserver observer)
        where TObserver : struct, IEvaluationObserver
    {
        if (
            scope.Company is not { } company
            || _metric is not { } metric
            || (_comparisonTrait is null && _value is null)
        )
        {
            if (TObserver.IsRecording)
                RecordMissing(scope, ref observer);
            return false;
        }

        company.Metrics.TryGet(metric, out var counted);
        var quantity = scope.QuantityOf(metric.EventSubtype);
        var left = NumberText.Add(counted, quantity);
        var limit = Limit(company);
        var right = _comparisonTrait is null ? _value.GetValueOrDefault() : limit?.Value.Number ?? 0;
        var holds = ComparisonTable.Numbers(Operator, left, right);
        if (TObserver.IsRecording)
            observer.Record(
                this,
                holds,
                Expected(right),
                ConditionText.Number(left),
                ConditionText.Join(LimitNote(limit), QuantityNote(counted, quantity))
            );
        return holds;
    }

    private Trait? Limit(CompanyContext company) =>
        _comparisonTrait is { } key && company.Traits.TryGet(key, out var trait) ? trait : null;

    private string Expected(decimal? right) =>
        ConditionText.Comparison(
            ComparableKind.Int,
            Operator,
            right is { } value ? ConditionText.Number(value) : ConditionText.Nothing
        );

    private string? LimitNote(Trait? limit)
    {
        if (_comparisonTrait is null || !ConditionText.HasRightSide(Operator))
            return null;
        return limit is null
            ? "The company has no value for the trait to compare with; counted as 0."
            : ConditionText.Misfit("The compared trait's value", ComparableKind.Int, limit.Value);
    }

    private static string? QuantityNote(long counted, long quantity) =>
        quantity == 0
            ? null
            : $"{ConditionText.Number(counted)} counted, {ConditionText.Number(quantity)} asked about.";

    private void RecordMissing<TObserver>(in EvaluationScope scope, ref TObserver observer)
        where TObserver : struct, IEvaluationObserver
    {
        var (actual, note) = scope.Company is null
            ? (ConditionText.NoCompany, ConditionText.NoCompanyNote)
            : (ConditionText.Nothing, "The condition names no event or no number, so it does not hold.");
        observer.Record(this, false, Expected(_value), actual, note);
    }
}
