using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Flags;

/// <summary>The flag of a feature, to create, link or change together with it.</summary>
public sealed record CreateOrUpdateFlagRequestBody
{
    /// <summary>Value of the flag if no rule matches.</summary>
    public required bool DefaultValue { get; init; }

    /// <summary>Free text about the flag, at most 1,024 characters.</summary>
    [StringLength(1024)]
    public required string Description { get; init; }

    /// <summary>
    /// Id of the feature, <c>feat_…</c>; may be left out, for the flag belongs to the feature written with it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FeatureId { get; init; }

    /// <summary>Type of the flag's value.</summary>
    public required FlagType FlagType { get; init; }

    /// <summary>
    /// Id of an existing flag to link, <c>flag_…</c>; null changes the feature's own flag, or creates one.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    /// <summary>Key by which applications check the flag, unique, at most 512 characters.</summary>
    [StringLength(512)]
    public required string Key { get; init; }

    /// <summary>Id of the member who looks after the flag, <c>acme_…</c>; null clears it; left out, it stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> MaintainerAccountMemberId { get; init; }

    /// <summary>Display name, at most 512 characters.</summary>
    [StringLength(512)]
    public required string Name { get; init; }
}
