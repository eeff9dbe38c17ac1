using Schematic.Rules.Comparison;
using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;
using Schematic.Rules.Lookup;

namespace Schematic.Rules.Conditions;

/// <summary>
/// Compares a trait of the company or the user with a value or with another trait of the same entity. The kind of the
/// entity's own trait decides how; if the entity has no value for the trait, the kind in the condition decides, and the
/// value counts as empty, 0, false or no date.
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

        traits.TryGet(_trait, out var own);
        Trait? other = null;
        if (_comparisonTrait is { } comparison)
            traits.TryGet(comparison, out other);
        var kind = own?.Kind ?? _reference.Kind;
        ref readonly var left = ref Left(own);
        ref readonly var right = ref Right(other);
        var usage = kind == ComparableKind.Int ? scope.Usage : 0;
        var holds =
            usage == 0
                ? ComparisonTable.Holds(kind, Operator, left, right)
                : ComparisonTable.Numbers(Operator, NumberText.Add(left.Number, usage), right.Number);
        if (TObserver.IsRecording)
            Record(ref observer, holds, kind, own, other, usage);
        return holds;
    }

    private KeyTable<IdKey, Trait>? Traits(in EvaluationScope scope) =>
        _reference!.Entity == EntityKind.User ? scope.User?.Traits : scope.Company?.Traits;

    private static ref readonly ComparableValue Left(Trait? own) =>
        ref own is null ? ref ComparableValue.Empty : ref own.Value;

    private ref readonly ComparableValue Right(Trait? other)
    {
        if (_comparisonTrait is null)
            return ref _value;
        return ref other is null ? ref ComparableValue.Empty : ref other.Value;
    }

    private void Record<TObserver>(
        ref TObserver observer,
        bool holds,
        ComparableKind kind,
        Trait? own,
        Trait? other,
        long usage
    )
        where TObserver : struct, IEvaluationObserver
    {
        ref readonly var left = ref Left(own);
        ref readonly var right = ref Right(other);
        observer.Record(
            this,
            holds,
            ConditionText.Comparison(kind, Operator, ConditionText.Value(kind, right)),
            usage == 0 ? ConditionText.Value(kind, left) : ConditionText.Number(NumberText.Add(left.Number, usage)),
            ConditionText.Join(
                ConditionText.Join(LeftNote(own, kind), RightNote(other, kind)),
                usage == 0
                    ? null
                    : $"{ConditionText.Number(left.Number)} stored, {ConditionText.Number(usage)} asked about."
            )
        );
    }

    private string? LeftNote(Trait? own, ComparableKind kind) =>
        own is null
            ? $"The {Owner} has no value for this trait."
            : ConditionText.Misfit("The trait's value", kind, own.Value);

    private string? RightNote(Trait? other, ComparableKind kind)
    {
        if (!ConditionText.HasRightSide(Operator))
            return null;
        return _comparisonTrait is not null && other is null
            ? $"The {Owner} has no value for the trait to compare with."
            : ConditionText.Misfit("The compared value", kind, Right(other));
    }

    private void RecordMissing<TObserver>(ref TObserver observer)
        where TObserver : struct, IEvaluationObserver
    {
        var kind = _reference?.Kind ?? ComparableKind.String;
        var expected = ConditionText.Comparison(kind, Operator, ConditionText.Value(kind, _value));
        var (actual, note) = _reference?.Entity switch
        {
            null => (ConditionText.Nothing, "The condition names no trait, so it does not hold."),
            EntityKind.User => (ConditionText.NoUser, ConditionText.NoUserNote),
            _ => (ConditionText.NoCompany, ConditionText.NoCompanyNote),
        };
        observer.Record(this, false, expected, actual, note);
    }
}
