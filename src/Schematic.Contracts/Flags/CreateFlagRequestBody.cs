using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Flags;

public sealed record CreateFlagRequestBody
{
    public required bool DefaultValue { get; init; }

    [StringLength(1024)]
    public required string Description { get; init; }

    /// <summary>In an update: left out keeps, null unlinks.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> FeatureId { get; init; }

    public required FlagType FlagType { get; init; }

    [StringLength(512)]
    public required string Key { get; init; }

    /// <summary>In an update: left out keeps, null clears.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> MaintainerAccountMemberId { get; init; }

    [StringLength(512)]
    public required string Name { get; init; }
}
