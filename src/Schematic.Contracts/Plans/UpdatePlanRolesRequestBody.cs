using System.Text.Json.Serialization;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Plans;

/// <summary>
/// New plans for the roles of an environment; a member that is left out stays. An addition to the published API.
/// </summary>
public sealed record UpdatePlanRolesRequestBody
{
    /// <summary>Plan of a company that has none left, <c>plan_…</c>, not linked to billing; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> FallbackPlanId { get; init; }

    /// <summary>Plan of a new company, <c>plan_…</c>, which needs no payment method; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> InitialPlanId { get; init; }

    /// <summary>
    /// Plan of a company whose trial ended unpaid, <c>plan_…</c>, free or not linked to billing; null clears it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> TrialExpiryPlanId { get; init; }
}
