using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Plans;

/// <summary>The plan and the add-ons that a company is to have.</summary>
public sealed record UpdateCompanyPlansRequestBody
{
    /// <summary>Ids of all its add-ons, <c>plan_…</c>, at most 100; others that it has are taken away.</summary>
    [MaxLength(100)]
    public required IReadOnlyList<string> AddOnIds { get; init; }

    /// <summary>
    /// Id of its plan, <c>plan_…</c>; null takes the plan away, and the fallback plan follows if there is one; left
    /// out, the plan stays.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> BasePlanId { get; init; }
}
