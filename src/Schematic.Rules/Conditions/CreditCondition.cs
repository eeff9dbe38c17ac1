using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;
using Schematic.Rules.Lookup;

namespace Schematic.Rules.Conditions;

/// <summary>
/// Holds if the remaining balance of a credit is enough: for the cost in the pre-flight, for the pre-flight quantity at
/// the condition's rate, or for one unit at that rate. The operator plays no part. Does not hold if it names no credit.
/// </summary>
internal sealed class CreditCondition : PreparedCondition
{
    private readonly IdKey? _credit;
    private readonly IdKey? _eventSubtype;
    private readonly long _rate;

    public CreditCondition(ConditionDefinition definition)
        : base(definition)
    {
        _credit = definition.CreditId is { } credit ? new IdKey(credit) : null;
        _eventSubtype = definition.EventSubtype is { } subtype ? new IdKey(subtype) : null;
        _rate = definition.ConsumptionRateMicroCredits ?? MicroCredits.One;
    }

    public bool Holds<TObserver>(in EvaluationScope scope, ref TObserver observer)
        where TObserver : struct, IEvaluationObserver
    {
        if (scope.Company is not { } company || _credit is not { } credit)
        {
            if (TObserver.IsRecording)
                RecordMissing(scope, ref observer);
            return false;
        }

        company.CreditTable.TryGet(credit, out var figures);
        var balance = figures.RemainingMicroCredits;
        var quantity = _eventSubtype is { } subtype ? scope.QuantityOf(subtype) : scope.Usage;
        var isCostGiven = TryGetCost(scope, credit, out var cost);
        // 128 bits: a rate times a quantity may be more than 64.
        var needed = isCostGiven ? cost : (Int128)_rate * Math.Max(quantity, 1);
        var holds = balance >= needed;
        if (TObserver.IsRecording)
            observer.Record(
                this,
                holds,
                $"at least {ConditionText.Credits(needed)}",
                ConditionText.Credits(balance),
                Note(isCostGiven, quantity)
            );
        return holds;
    }

    private static bool TryGetCost(in EvaluationScope scope, in IdKey credit, out long cost)
    {
        cost = 0;
        return scope.Preflight is { } preflight && preflight.TryGetCost(credit, out cost);
    }

    private string? Note(bool isCostGiven, long quantity)
    {
        if (isCostGiven)
            return "The cost asked about.";
        return quantity > 0
            ? $"{ConditionText.Number(quantity)} asked about, at {ConditionText.Credits(_rate)} each."
            : null;
    }

    private void RecordMissing<TObserver>(in EvaluationScope scope, ref TObserver observer)
        where TObserver : struct, IEvaluationObserver
    {
        var (actual, note) = scope.Company is null
            ? (ConditionText.NoCompany, ConditionText.NoCompanyNote)
            : (ConditionText.Nothing, "The condition names no credit, so it does not hold.");
        observer.Record(this, false, $"at least {ConditionText.Credits(_rate)}", actual, note);
    }
}
