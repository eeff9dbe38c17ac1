using System.Text.Json.Serialization;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Plans;

namespace Schematic.Contracts.Features;

public sealed record FeatureInPlanResponseData
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingLinkedResourceResponseData? BillingLinkedResource { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string Description { get; init; }

    public string? EventSubtype { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EventSummaryResponseData? EventSummary { get; init; }

    public required FeatureType FeatureType { get; init; }

    public required IReadOnlyList<FlagInPlanResponseData> Flags { get; init; }

    public required string Icon { get; init; }

    public required string Id { get; init; }

    public string? LicenseId { get; init; }

    public FeatureLifecyclePhase? LifecyclePhase { get; init; }

    public string? MaintainerAccountMemberId { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<PreviewObject> Plans { get; init; }

    public string? PluralName { get; init; }

    public string? SingularName { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EntityTraitDefinitionResponseData? Trait { get; init; }

    public string? TraitId { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public string? UsageLimitTraitId { get; init; }
}
