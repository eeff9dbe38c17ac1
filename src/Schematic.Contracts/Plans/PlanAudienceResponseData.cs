using Schematic.Contracts.Flags;

namespace Schematic.Contracts.Plans;

/// <summary>Conditions that give a plan to every company that matches them. An addition to the published API.</summary>
public sealed record PlanAudienceResponseData
{
    /// <summary>Groups of alternatives; each must match.</summary>
    public required IReadOnlyList<RuleConditionGroupDetailResponseData> ConditionGroups { get; init; }

    /// <summary>Conditions that must all match.</summary>
    public required IReadOnlyList<RuleConditionDetailResponseData> Conditions { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Id of the environment it belongs to, <c>env_…</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>Id of the audience, <c>rule_…</c>, which its conditions name as their rule.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the plan that matching companies get, <c>plan_…</c>.</summary>
    public required string PlanId { get; init; }

    /// <summary>
    /// How far it is until every company that matches has the plan; null once all of them have been looked at.
    /// </summary>
    public PlanAudienceProgressResponseData? Progress { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
