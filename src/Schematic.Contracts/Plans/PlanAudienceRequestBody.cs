using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Flags;

namespace Schematic.Contracts.Plans;

/// <summary>
/// Conditions on companies to give a plan to. All of them and all groups must match. An addition to the published API.
/// </summary>
public sealed record PlanAudienceRequestBody
{
    /// <summary>Groups of alternatives, at most 100; each must match.</summary>
    [MaxLength(100)]
    public required IReadOnlyList<CreateOrUpdateConditionGroupRequestBody> ConditionGroups { get; init; }

    /// <summary>Conditions that must all match, at most 100.</summary>
    [MaxLength(100)]
    public required IReadOnlyList<CreateOrUpdateConditionRequestBody> Conditions { get; init; }
}
