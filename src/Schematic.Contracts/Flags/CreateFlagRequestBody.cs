using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Flags;

/// <summary>A flag to create, or the new state of one that exists.</summary>
public sealed record CreateFlagRequestBody
{
    /// <summary>Value of the flag if no rule matches.</summary>
    public required bool DefaultValue { get; init; }

    /// <summary>Free text about the flag, at most 1,024 characters.</summary>
    [StringLength(1024)]
    public required string Description { get; init; }

    /// <summary>Id of the feature to link, <c>feat_…</c>; null unlinks it; left out, it stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> FeatureId { get; init; }

    /// <summary>Type of the flag's value.</summary>
    public required FlagType FlagType { get; init; }

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
