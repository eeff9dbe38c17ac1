using System.Reflection;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Flags;

/// <summary>
/// The table of conditions: which operators and members each type has, and what it cannot do without. The server
/// refuses what differs from it, and the console offers nothing else. docs/domain-language.md shows it to readers.
/// </summary>
public static class ConditionShape
{
    private static readonly ComparableOperator[] Membership = [ComparableOperator.Eq, ComparableOperator.Ne];
    private static readonly ComparableOperator[] MembershipOrNone =
    [
        .. Membership,
        ComparableOperator.IsEmpty,
        ComparableOperator.NotEmpty,
    ];

    // Whatever the operator, the condition asks whether enough remains; those that would read as the opposite are
    // refused.
    private static readonly ComparableOperator[] Enough =
    [
        ComparableOperator.Eq,
        ComparableOperator.Gte,
        ComparableOperator.Lte,
    ];

    private static readonly ComparableOperator[] Every =
    [
        ComparableOperator.Eq,
        ComparableOperator.Ne,
        ComparableOperator.Gt,
        ComparableOperator.Gte,
        ComparableOperator.Lt,
        ComparableOperator.Lte,
        ComparableOperator.IsEmpty,
        ComparableOperator.NotEmpty,
    ];

    private static readonly Member[] All =
    [
        .. typeof(ConditionTerms)
            .GetProperties()
            .Select(static property => new Member(property))
            .Where(static member => member.Types.Count > 0),
    ];

    /// <summary>The operators of a type of condition, in the order in which people choose from them.</summary>
    /// <param name="type">The type; one that this version does not know has no operators.</param>
    /// <param name="trait">The type of the trait that a condition on a trait compares: booleans have no order.</param>
    public static IReadOnlyList<ComparableOperator> GetOperators(
        ConditionType type,
        TraitType trait = TraitType.String
    ) =>
        type switch
        {
            ConditionType.Company
            or ConditionType.User
            or ConditionType.Plan
            or ConditionType.PlanVersion
            or ConditionType.BillingProduct => Membership,
            ConditionType.BasePlan => MembershipOrNone,
            ConditionType.Trait when trait == TraitType.Boolean => MembershipOrNone,
            ConditionType.Trait or ConditionType.Metric => Every,
            ConditionType.Credit => Enough,
            _ => [],
        };

    /// <summary>The wire names of the members of a type of condition, apart from its type and its operator.</summary>
    public static IReadOnlyList<string> GetMembers(ConditionType type) =>
        [.. All.Where(member => member.Types.Contains(type)).Select(static member => member.Name)];

    /// <summary>True for an operator that compares with something: with ids, a value or another trait.</summary>
    public static bool HasRightSide(ComparableOperator comparison) =>
        comparison is not (ComparableOperator.IsEmpty or ComparableOperator.NotEmpty);

    /// <summary>
    /// Finds the first thing that is wrong with the form of a condition. Whether the ids that it names exist is for the
    /// caller to find out.
    /// </summary>
    /// <param name="condition">The condition; an empty text and an empty list count as left out.</param>
    /// <param name="traits">Finds a trait by its id; null for a trait that is not known.</param>
    /// <returns>Null if nothing is wrong.</returns>
    public static ConditionMistake? FindMistake(ConditionTerms condition, Func<string, ComparedTrait?> traits)
    {
        var trait = string.IsNullOrEmpty(condition.TraitId) ? null : traits(condition.TraitId);
        var operators = GetOperators(condition.ConditionType, trait?.TraitType ?? TraitType.String);
        if (operators.Count == 0)
            return new(Name(nameof(condition.ConditionType)), "This type of condition is not known.");
        if (!operators.Contains(condition.Operator))
            return new(
                Name(nameof(condition.Operator)),
                $"{Subject(condition, trait)} has no operator {Name(condition.Operator)}; use {Choice(operators)}."
            );
        return
            All.FirstOrDefault(member => !member.Types.Contains(condition.ConditionType) && member.IsGiven(condition))
                is { } stranger
            ? new(stranger.Name, $"A condition of type {TypeName(condition)} has no {stranger.Name}; leave it out.")
            : FindMissing(condition) ?? FindWrong(condition, trait, traits);
    }

    /// <summary>
    /// Finds the first member that the type of the condition cannot do without; null if all are given.
    /// </summary>
    public static ConditionMistake? FindMissing(ConditionTerms condition) =>
        condition.ConditionType switch
        {
            ConditionType.Metric when string.IsNullOrWhiteSpace(condition.EventSubtype) => new(
                Name(nameof(condition.EventSubtype)),
                "Name the event to count."
            ),
            ConditionType.Metric
                when HasRightSide(condition.Operator)
                    && condition.MetricValue is null
                    && string.IsNullOrEmpty(condition.ComparisonTraitId) => new(
                Name(nameof(condition.MetricValue)),
                "Enter a number, or choose a trait to compare with."
            ),
            ConditionType.Trait when string.IsNullOrEmpty(condition.TraitId) => new(
                Name(nameof(condition.TraitId)),
                "Choose the trait to compare."
            ),
            ConditionType.Credit when string.IsNullOrWhiteSpace(condition.CreditId.Value) => new(
                Name(nameof(condition.CreditId)),
                "Name the credit whose balance is compared."
            ),
            _ => null,
        };

    private static ConditionMistake? FindWrong(
        ConditionTerms condition,
        ComparedTrait? trait,
        Func<string, ComparedTrait?> traits
    )
    {
        if (condition.ResourceIds.Count > 0 && !HasRightSide(condition.Operator))
            return new(
                Name(nameof(condition.ResourceIds)),
                $"The operator {Name(condition.Operator)} names no plans; leave them out."
            );
        // Events are counted for the company.
        var entity = trait?.EntityType ?? EntityType.Company;
        if (
            !string.IsNullOrEmpty(condition.ComparisonTraitId)
            && traits(condition.ComparisonTraitId) is { } other
            && other.EntityType != entity
        )
            return new(
                Name(nameof(condition.ComparisonTraitId)),
                $"The trait to compare with must be one of a {WireEnum<EntityType>.ToWire(entity)}."
            );
        return condition.CreditCost.Value < 0
            ? new(Name(nameof(condition.CreditCost)), "A cost in credits cannot be negative.")
            : null;
    }

    private static string Subject(ConditionTerms condition, ComparedTrait? trait) =>
        condition.ConditionType == ConditionType.Trait && trait?.TraitType == TraitType.Boolean
            ? "A condition on a boolean trait"
            : $"A condition of type {TypeName(condition)}";

    private static string TypeName(ConditionTerms condition) => WireEnum<ConditionType>.ToWire(condition.ConditionType);

    private static string Choice(IReadOnlyList<ComparableOperator> operators) =>
        $"{string.Join(", ", operators.SkipLast(1).Select(Name))} or {Name(operators[^1])}";

    private static string Name(ComparableOperator comparison) => WireEnum<ComparableOperator>.ToWire(comparison);

    private static string Name(string member) => WireJson.Naming.ConvertName(member);

    private sealed class Member(PropertyInfo property)
    {
        public string Name { get; } = ConditionShape.Name(property.Name);

        public IReadOnlyList<ConditionType> Types { get; } =
        [.. property.GetCustomAttributes<ConditionMemberAttribute>().SelectMany(static attribute => attribute.Types)];

        public bool IsGiven(ConditionTerms condition) =>
            property.GetValue(condition) switch
            {
                null or "" or IReadOnlyList<string> { Count: 0 } => false,
                Optional<string> text => !string.IsNullOrEmpty(text.Value),
                Optional<double?> number => number.Value is not null,
                _ => true,
            };
    }
}

/// <summary>A mistake in the form of a condition.</summary>
/// <param name="Field">The wire name of the member.</param>
/// <param name="Message">A sentence that says what is wrong or what to do.</param>
public sealed record ConditionMistake(string Field, string Message);

/// <summary>The parts of a trait definition that the form of a condition depends on.</summary>
/// <param name="EntityType">Whose trait it is.</param>
/// <param name="TraitType">The type of its values.</param>
public sealed record ComparedTrait(EntityType EntityType, TraitType TraitType);
