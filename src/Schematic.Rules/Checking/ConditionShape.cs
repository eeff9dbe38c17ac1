using Schematic.Rules.Definitions;

namespace Schematic.Rules.Checking;

/// <summary>
/// Says what is wrong with the form of a condition before it is saved: fields that its kind lacks or does not have, operators it
/// does not have. Whether ids and traits exist is the caller's to know. Never throws for the content of conditions.
/// </summary>
public static class ConditionShape
{
    /// <returns>The field, by its name on the wire, and a sentence that says what is wrong with it and what to do; null where nothing is.</returns>
    public static (string Field, string Message)? Check(ConditionDefinition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var operators = ConditionOperators.Get(condition.Kind, condition.Trait?.Kind ?? ComparableKind.String);
        if (operators.Count == 0)
            return (WireNames.ConditionType, "This type of condition is not known.");
        if (!operators.Contains(condition.Operator))
            return (
                WireNames.Operator,
                $"{Subject(condition)} has no operator {WireNames.Get(condition.Operator)}; use {Choice(operators)}."
            );
        return ConditionFields.Strangers(condition).FirstOrDefault() is { } stranger
            ? (stranger, $"A condition of type {WireNames.Get(condition.Kind)} has no {stranger}; leave it out.")
            : Missing(condition) ?? Wrong(condition);
    }

    private static (string, string)? Missing(ConditionDefinition condition) =>
        condition.Kind switch
        {
            ConditionKind.Metric when string.IsNullOrWhiteSpace(condition.EventSubtype) => (
                WireNames.EventSubtype,
                "A condition of type metric needs the event that it counts."
            ),
            ConditionKind.Metric
                when condition.MetricValue is null && condition.ComparisonTrait is null && !IsUnary(condition) => (
                WireNames.MetricValue,
                "A condition of type metric needs a number or a trait to compare with."
            ),
            ConditionKind.Trait when condition.Trait is null => (
                WireNames.TraitId,
                "A condition of type trait needs the trait that it compares."
            ),
            ConditionKind.Credit when string.IsNullOrWhiteSpace(condition.CreditId) => (
                WireNames.CreditId,
                "A condition of type credit needs the credit whose balance it asks for."
            ),
            _ => null,
        };

    private static (string, string)? Wrong(ConditionDefinition condition)
    {
        if (condition.Kind == ConditionKind.BasePlan && IsUnary(condition) && condition.ResourceIds.Count > 0)
            return (
                WireNames.ResourceIds,
                $"The operator {WireNames.Get(condition.Operator)} names no plans; leave them out."
            );
        if (condition.ComparisonTrait is { } other && other.Entity != EntityOf(condition))
            return (
                WireNames.ComparisonTraitId,
                $"The trait to compare with must be one of a {(EntityOf(condition) == EntityKind.User ? "user" : "company")}."
            );
        return condition.ConsumptionRateMicroCredits < 0
            ? (WireNames.CreditCost, "A cost in credits cannot be negative.")
            : null;
    }

    private static bool IsUnary(ConditionDefinition condition) =>
        condition.Operator is ComparisonOperator.IsEmpty or ComparisonOperator.NotEmpty;

    // A metric is counted for the company.
    private static EntityKind EntityOf(ConditionDefinition condition) => condition.Trait?.Entity ?? EntityKind.Company;

    private static string Subject(ConditionDefinition condition) =>
        condition is { Kind: ConditionKind.Trait, Trait.Kind: ComparableKind.Bool }
            ? "A condition on a boolean trait"
            : $"A condition of type {WireNames.Get(condition.Kind)}";

    private static string Choice(IReadOnlyList<ComparisonOperator> operators) =>
        $"{string.Join(", ", operators.SkipLast(1).Select(WireNames.Get))} or {WireNames.Get(operators[^1])}";
}
