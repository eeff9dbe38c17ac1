using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Flags;

public sealed record CreateOrUpdateFlagRequestBody
{
    public required bool DefaultValue { get; init; }

    [StringLength(1024)]
    public required string Description { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FeatureId { get; init; }

    public required FlagType FlagType { get; init; }

    /// <summary>Names the flag to link; null makes a new one, or changes the one that the feature has.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    [StringLength(512)]
    public required string Key { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> MaintainerAccountMemberId { get; init; }

    [StringLength(512)]
    public required string Name { get; init; }
}
