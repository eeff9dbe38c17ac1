using System.Text.Json.Serialization;
using Schematic.Contracts.Features;
using Schematic.Contracts.Members;

namespace Schematic.Contracts.Flags;

public sealed record FlagDetailResponseData
{
    public required DateTimeOffset CreatedAt { get; init; }

    public required bool DefaultValue { get; init; }

    public required string Description { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeatureResponseData? Feature { get; init; }

    public string? FeatureId { get; init; }

    public required FlagType FlagType { get; init; }

    public required string Id { get; init; }

    public required string Key { get; init; }

    public DateTimeOffset? LastCheckedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AccountMemberResponseData? Maintainer { get; init; }

    public string? MaintainerAccountMemberId { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<RuleDetailResponseData> Rules { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
