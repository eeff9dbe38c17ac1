using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Features;

/// <summary>Changes of a feature; a member that is left out stays.</summary>
public sealed record UpdateFeatureRequestBody
{
    /// <summary>New free text about the feature, at most 1,024 characters; left out, it stays.</summary>
    [StringLength(1024)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    /// <summary>Name of the event that counts as usage; null removes it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> EventSubtype { get; init; }

    /// <summary>Type of the feature, which may only be repeated.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeatureType? FeatureType { get; init; }

    /// <summary>Changes of the feature's flag, or a flag to create or link; left out, it stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CreateOrUpdateFlagRequestBody? Flag { get; init; }

    /// <summary>Name of the icon to show; null removes it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Icon { get; init; }

    /// <summary>Stage of the feature's life; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<FeatureLifecyclePhase?> LifecyclePhase { get; init; }

    /// <summary>Id of the member who looks after the feature, <c>acme_…</c>; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> MaintainerAccountMemberId { get; init; }

    /// <summary>New display name, at most 512 characters; left out, it stays.</summary>
    [StringLength(512)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>Name of several units, such as "seats"; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> PluralName { get; init; }

    /// <summary>Name of one unit, such as "seat"; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> SingularName { get; init; }

    /// <summary>Id of the trait that holds the usage, <c>trdf_…</c>; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> TraitId { get; init; }
}
