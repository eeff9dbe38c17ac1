using System.Text.Json.Serialization;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Members;
using Schematic.Contracts.Plans;

namespace Schematic.Contracts.Features;

/// <summary>A feature with its flag, its plans and its usage.</summary>
public sealed record FeatureDetailResponseData
{
    /// <summary>Resource of the billing provider that the feature is linked to; left out if there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingLinkedResourceResponseData? BillingLinkedResource { get; init; }

    /// <summary>Product that sells the feature in this environment; left out if there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingProductResponseData? BillingProduct { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Free text about the feature.</summary>
    public required string Description { get; init; }

    /// <summary>Name of the event that counts as usage; null if no event does.</summary>
    public string? EventSubtype { get; init; }

    /// <summary>Counts of that event; left out if no event counts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EventSummaryResponseData? EventSummary { get; init; }

    /// <summary>Type of the feature, which never changes.</summary>
    public required FeatureType FeatureType { get; init; }

    /// <summary>Flags that gate the feature; one, or none.</summary>
    public required IReadOnlyList<FlagDetailResponseData> Flags { get; init; }

    /// <summary>Name of the icon to show; empty if none was chosen.</summary>
    public required string Icon { get; init; }

    /// <summary>Id of the feature, <c>feat_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the license sold through the feature; null unless its type is <c>license</c>.</summary>
    public string? LicenseId { get; init; }

    /// <summary>Stage of the feature's life; null if not stated.</summary>
    public FeatureLifecyclePhase? LifecyclePhase { get; init; }

    /// <summary>The member who looks after the feature; left out if there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AccountMemberResponseData? Maintainer { get; init; }

    /// <summary>Id of the member who looks after the feature, <c>acme_…</c>; null if there is none.</summary>
    public string? MaintainerAccountMemberId { get; init; }

    /// <summary>Display name.</summary>
    public required string Name { get; init; }

    /// <summary>Plans and add-ons that include the feature.</summary>
    public required IReadOnlyList<PreviewObject> Plans { get; init; }

    /// <summary>Name of several units, such as "seats"; null if none was given.</summary>
    public string? PluralName { get; init; }

    /// <summary>Name of one unit, such as "seat"; null if none was given.</summary>
    public string? SingularName { get; init; }

    /// <summary>Trait that holds the usage; left out unless the type is <c>trait</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EntityTraitDefinitionResponseData? Trait { get; init; }

    /// <summary>Id of the trait that holds the usage, <c>trdf_…</c>; null unless the type is <c>trait</c>.</summary>
    public string? TraitId { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>
    /// Id of the company trait that holds the quantity bought in advance, <c>trdf_…</c>; null if the feature is not
    /// sold that way.
    /// </summary>
    public string? UsageLimitTraitId { get; init; }
}
