using System.Text.Json.Serialization;
using Schematic.Contracts.Features;
using Schematic.Contracts.Members;

namespace Schematic.Contracts.Flags;

/// <summary>A flag with its feature and its rules in the environment.</summary>
public sealed record FlagDetailResponseData
{
    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Value of the flag if no rule matches.</summary>
    public required bool DefaultValue { get; init; }

    /// <summary>Free text about the flag.</summary>
    public required string Description { get; init; }

    /// <summary>The feature that the flag gates; left out if it gates none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeatureResponseData? Feature { get; init; }

    /// <summary>Id of the feature that the flag gates, <c>feat_…</c>; null if it gates none.</summary>
    public string? FeatureId { get; init; }

    /// <summary>Type of the flag's value.</summary>
    public required FlagType FlagType { get; init; }

    /// <summary>Id of the flag, <c>flag_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Key by which applications check the flag, unique within the account.</summary>
    public required string Key { get; init; }

    /// <summary>
    /// Time of the latest check in the environment, in UTC, exact to about a minute; null if never checked.
    /// </summary>
    public DateTimeOffset? LastCheckedAt { get; init; }

    /// <summary>The member who looks after the flag; left out if there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AccountMemberResponseData? Maintainer { get; init; }

    /// <summary>Id of the member who looks after the flag, <c>acme_…</c>; null if there is none.</summary>
    public string? MaintainerAccountMemberId { get; init; }

    /// <summary>Display name.</summary>
    public required string Name { get; init; }

    /// <summary>Rules of the flag in the environment, in the order they were saved.</summary>
    public required IReadOnlyList<RuleDetailResponseData> Rules { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
