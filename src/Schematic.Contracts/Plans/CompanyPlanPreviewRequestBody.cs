using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Plans;

/// <summary>
/// Changes that a company might get; each member that is left out changes nothing. An addition of this server.
/// </summary>
public sealed record CompanyPlanPreviewRequestBody
{
    /// <summary>Ids of all its add-ons, <c>plan_…</c>, at most 100; null keeps those that it has.</summary>
    [MaxLength(100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? AddOnIds { get; init; }

    /// <summary>Id of its plan, <c>plan_…</c>; null takes the plan away, left out it stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> BasePlanId { get; init; }

    /// <summary>Override that it gets in place of the one for the same feature; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PreviewOverrideRequestBody? Override { get; init; }

    /// <summary>Id of an override that is removed, <c>cmov_…</c>; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RemovedOverrideId { get; init; }
}
