using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Schematic.Contracts.Flags;

namespace Schematic.Contracts.Features;

/// <summary>A feature to create, with its flag if one is given.</summary>
public sealed record CreateFeatureRequestBody
{
    /// <summary>Free text about the feature, at most 1,024 characters.</summary>
    [StringLength(1024)]
    public required string Description { get; init; }

    /// <summary>
    /// Name of the event that counts as usage; required for type <c>event</c>, refused for <c>trait</c>.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? EventSubtype { get; init; }

    /// <summary>Type of the feature, which cannot be changed later.</summary>
    public required FeatureType FeatureType { get; init; }

    /// <summary>Flag to create or link; null leaves the feature without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CreateOrUpdateFlagRequestBody? Flag { get; init; }

    /// <summary>Name of the icon to show; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Icon { get; init; }

    /// <summary>Stage of the feature's life; null if not stated.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeatureLifecyclePhase? LifecyclePhase { get; init; }

    /// <summary>Id of the member who looks after the feature, <c>acme_…</c>; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MaintainerAccountMemberId { get; init; }

    /// <summary>Display name, at most 512 characters.</summary>
    [StringLength(512)]
    public required string Name { get; init; }

    /// <summary>Name of several units, such as "seats"; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PluralName { get; init; }

    /// <summary>Name of one unit, such as "seat"; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SingularName { get; init; }

    /// <summary>
    /// Id of the trait that holds the usage, <c>trdf_…</c>; required for type <c>trait</c>, refused for <c>boolean</c>
    /// and <c>event</c>.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraitId { get; init; }
}
