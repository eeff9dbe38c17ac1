using System.Text.Json.Serialization;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.AuditLog;
using Schematic.Contracts.Companies;

namespace Schematic.Contracts.Plans;

/// <summary>A change of a company's plans, with the state before and after.</summary>
public sealed record PlanChangeResponseData
{
    /// <summary>Operation that changed the plans.</summary>
    public required PlanChangeAction Action { get; init; }

    /// <summary>Kind of caller.</summary>
    public required ActorType ActorType { get; init; }

    /// <summary>Add-ons that the company got.</summary>
    public required IReadOnlyList<PlanSnapshotView> AddOnsAdded { get; init; }

    /// <summary>Add-ons that the company lost.</summary>
    public required IReadOnlyList<PlanSnapshotView> AddOnsRemoved { get; init; }

    /// <summary>Key of the caller; left out if it used none or the key was deleted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ApiKeyResponseData? ApiKey { get; init; }

    /// <summary>Audit-log entry of the request; left out if there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AuditLogListResponseData? AuditLog { get; init; }

    /// <summary>Plan after the change; left out if the company has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanSnapshotView? BasePlan { get; init; }

    /// <summary>Rule by which the company got its plan; null if it was given the plan.</summary>
    public PlanChangeBasePlanAction? BasePlanAction { get; init; }

    /// <summary>Version of the plan after the change; left out if the company has no plan.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanVersionSnapshotView? BasePlanVersion { get; init; }

    /// <summary>The company whose plans changed; left out if it was deleted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CompanyResponseData? Company { get; init; }

    /// <summary>Id of the company, <c>comp_…</c>.</summary>
    public required string CompanyId { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Id of the environment it belongs to, <c>env_…</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>Id of the recorded change.</summary>
    public required string Id { get; init; }

    /// <summary>Integration whose key made the change; left out unless one did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IntegrationResponseData? Integration { get; init; }

    /// <summary>True if the company was moved to another version of the same plan.</summary>
    public required bool IsVersionUpgrade { get; init; }

    /// <summary>Plan before the change; left out if the company had none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanSnapshotView? PreviousBasePlan { get; init; }

    /// <summary>Version of the plan before the change; left out if the company had no plan.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanVersionSnapshotView? PreviousBasePlanVersion { get; init; }

    /// <summary>Id of the request that made the change; null if none did.</summary>
    public string? RequestId { get; init; }

    /// <summary>Change of the subscription; null without a billing provider, or if it stayed.</summary>
    public PlanChangeSubscriptionAction? SubscriptionChangeAction { get; init; }

    /// <summary>Traits of the company that hold quantities bought in advance and were set.</summary>
    public required IReadOnlyList<SubscriptionTraitUpdate> TraitsUpdated { get; init; }

    /// <summary>Time at which the trial became a paid subscription, in UTC; null if it had not.</summary>
    public DateTimeOffset? TrialConvertedAt { get; init; }

    /// <summary>End of the trial as of the change, in UTC; null if there never was one.</summary>
    public DateTimeOffset? TrialExpiresAt { get; init; }

    /// <summary>State of the trial as of the change; null if there never was one.</summary>
    public TrialStatus? TrialStatus { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Id of the member who made the change, <c>acme_…</c>; null if none did.</summary>
    public string? UserId { get; init; }

    /// <summary>Name of that member; null if none made the change.</summary>
    public string? UserName { get; init; }
}
