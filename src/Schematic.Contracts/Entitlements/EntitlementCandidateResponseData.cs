using System.Text.Json.Serialization;

namespace Schematic.Contracts.Entitlements;

/// <summary>
/// An entitlement of a company to a feature, and whether it is the one that counts. An addition of this server.
/// </summary>
public sealed record EntitlementCandidateResponseData
{
    /// <summary>The override; left out if a plan or add-on gives it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CompanyOverrideResponseData? CompanyOverride { get; init; }

    /// <summary>Id of the plan entitlement, <c>pltl_…</c>, or of the override, <c>cmov_…</c>.</summary>
    public required string EntitlementId { get; init; }

    /// <summary>Id of the entitlement that counts instead of this one; null unless outbid.</summary>
    public string? OutbidById { get; init; }

    /// <summary>Entitlement of a plan or add-on; left out if it is an override.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanEntitlementResponseData? PlanEntitlement { get; init; }

    /// <summary>Number of the version of the plan or add-on that gives it; null for an override.</summary>
    public long? PlanVersion { get; init; }

    /// <summary>Whether it counts, and if not, why.</summary>
    public required EntitlementCandidateStatus Status { get; init; }
}
