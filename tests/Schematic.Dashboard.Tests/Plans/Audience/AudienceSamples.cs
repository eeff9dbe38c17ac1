using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Flags;

namespace Schematic.Dashboard.Tests.Plans.Audience;

/// <summary>Audiences as the API answers them.</summary>
internal static class AudienceSamples
{
    public static EntityTraitDefinitionResponseData Seats { get; } =
        CompanySamples.Definition(TraitType.Number, "seats");

    /// <summary>Companies with at least so many seats.</summary>
    public static PlanAudienceResponseData Audience(string seats) =>
        new()
        {
            Id = "rule_audience",
            PlanId = "plan_pro",
            EnvironmentId = "env_production",
            Conditions = [Condition("cond_1", seats)],
            ConditionGroups = [],
            CreatedAt = default,
            UpdatedAt = default,
        };

    public static RuleConditionDetailResponseData Condition(string id, string seats) =>
        FlagSamples.Condition(id, ConditionType.Trait) with
        {
            Operator = ComparableOperator.Gte,
            TraitId = Seats.Id,
            Trait = Seats,
            TraitValue = seats,
        };
}
