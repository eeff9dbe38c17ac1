using Schematic.Rules.Comparison;
using Schematic.Rules.Definitions;
using Schematic.Rules.Explaining;
using Schematic.Rules.Facts;
using Schematic.Rules.Lookup;

namespace Schematic.Rules.Conditions;

/// <summary>
/// A trait of the company or the user, compared with a text or with another trait of the same. The kind of the entity's own trait
/// says how; for an entity without it the condition's definition does, and the value is empty, 0, false or no date.
/// </summary>
internal sealed class TraitCondition(ConditionDefinition definition) : PreparedCondition(definition)
{
    private readonly TraitReference? _reference = definition.Trait;
    private readonly IdKey _trait = new(definition.Trait?.Id ?? "");
    private readonly IdKey? _comparisonTrait = definition.ComparisonTrait is { } trait ? new IdKey(trait.Id) : null;
    private readonly ComparableValue _value = new(definition.TraitValue);

    private string Owner => _reference!.Entity == EntityKind.User ? "user" : "company";

    public bool Holds<TObserver>(in EvaluationScope scope, ref TObserver observer)
        where TObserver : struct, IEvaluationObserver
    {
        if (_reference is null || Traits(scope) is not { } traits)
        {
            if (TObserver.IsRecording)
                RecordMissing(ref observer);
            return false;
        }

        var kind = _reference.Kind;
        ref readonly var left = ref ComparableValue.Empty;
        if (traits.TryGet(_trait, out var own))
        {
            kind = own.Kind;
            left = ref own.Value;
        }

        ref readonly var right = ref _value;
        Trait? other = null;
        if (_comparisonTrait is { } comparison)
            right = ref traits.TryGet(comparison, out other) ? ref other.Value : ref ComparableValue.Empty;

        var usage = kind == ComparableKind.Int ? scope.Usage : 0;
        var holds =
            usage == 0
                ? ComparisonTable.Holds(kind, Operator, left, right)
                : ComparisonTable.Numbers(Operator, NumberText.Add(left.Number, usage), right.Number);
        if (TObserver.IsRecording)
            Record(ref observer, holds, kind, own, left, other, right, usage);
        return holds;
    }

    private KeyTable<IdKey, Trait>? Traits(in EvaluationScope scope) =>
        _reference!.Entity == EntityKind.User ? scope.User?.Traits : scope.Company?.Traits;

    private void Record<TObserver>(
        ref TObserver observer,
        bool holds,
        ComparableKind kind,
        Trait? own,
        in ComparableValue left,
        Trait? other,
        in ComparableValue right,
        long usage
    )
        where TObserver : struct, IEvaluationObserver
    {
        var expected = ExplanationText.Comparison(kind, Operator, ExplanationText.Value(kind, right));
        var actual =
            usage == 0 ? ExplanationText.Value(kind, left) : ExplanationText.Number(NumberText.Add(left.Number, usage));
        var note = own is null
            ? $"The {Owner} has no value for this trait."
            : ExplanationText.Misfit("The trait's value", kind, left);
        if (ExplanationText.HasRightSide(Operator))
        {
            note = ExplanationText.Join(
                note,
                _comparisonTrait is not null && other is null
                    ? $"The {Owner} has no value for the trait to compare with."
                    : ExplanationText.Misfit("The compared value", kind, right)
            );
        }

        if (usage > 0)
            note = ExplanationText.Join(
                note,
                $"{ExplanationText.Number(left.Number)} stored, {ExplanationText.Number(usage)} asked about."
            );
        observer.Record(this, holds, expected, actual, note);
    }

    private void RecordMissing<TObserver>(ref TObserver observer)
        where TObserver : struct, IEvaluationObserver
    {
        var kind = _reference?.Kind ?? ComparableKind.String;
        var expected = ExplanationText.Comparison(kind, Operator, ExplanationText.Value(kind, _value));
        if (_reference is null)
            observer.Record(
                this,
                false,
                expected,
                ExplanationText.Nothing,
                "The condition names no trait, so it does not hold."
            );
        else if (_reference.Entity == EntityKind.User)
            observer.Record(this, false, expected, ExplanationText.NoUser, ExplanationText.NoUserNote);
        else
            observer.Record(this, false, expected, ExplanationText.NoCompany, ExplanationText.NoCompanyNote);
    }
}
