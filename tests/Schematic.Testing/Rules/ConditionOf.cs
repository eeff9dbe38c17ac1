using Schematic.Rules.Definitions;

namespace Schematic.Testing.Rules;

/// <summary>Conditions with only what matters to a test.</summary>
public static class ConditionOf
{
    public static ConditionDefinition Company(params string[] ids) => OnIds(ConditionKind.Company, ids);

    public static ConditionDefinition User(params string[] ids) => OnIds(ConditionKind.User, ids);

    public static ConditionDefinition Plan(params string[] ids) => OnIds(ConditionKind.Plan, ids);

    public static ConditionDefinition OnIds(ConditionKind kind, params string[] ids) =>
        new()
        {
            Id = "cond_1",
            Kind = kind,
            ResourceIds = ids,
        };

    public static ConditionDefinition Metric(string eventSubtype, ComparisonOperator comparison, long? value) =>
        new()
        {
            Id = "cond_1",
            Kind = ConditionKind.Metric,
            EventSubtype = eventSubtype,
            Operator = comparison,
            MetricValue = value,
        };

    public static ConditionDefinition Trait(
        string traitId,
        ComparableKind kind,
        ComparisonOperator comparison,
        string value,
        EntityKind entity = EntityKind.Company
    ) =>
        new()
        {
            Id = "cond_1",
            Kind = ConditionKind.Trait,
            Trait = new TraitReference(traitId, entity, kind),
            Operator = comparison,
            TraitValue = value,
        };

    public static ConditionDefinition Credit(string creditId, long? rateMicroCredits = null) =>
        new()
        {
            Id = "cond_1",
            Kind = ConditionKind.Credit,
            CreditId = creditId,
            Operator = ComparisonOperator.Gte,
            ConsumptionRateMicroCredits = rateMicroCredits,
        };

    /// <summary>Holds for nobody.</summary>
    public static ConditionDefinition Never() => Company() with { Id = "cond_never" };

    /// <summary>Holds for every company.</summary>
    public static ConditionDefinition AnyCompany() =>
        Company() with
        {
            Id = "cond_any",
            Operator = ComparisonOperator.Ne,
        };

    public static ConditionGroupDefinition AnyOf(params ConditionDefinition[] conditions) =>
        new() { Id = "grp_1", Conditions = conditions };
}
