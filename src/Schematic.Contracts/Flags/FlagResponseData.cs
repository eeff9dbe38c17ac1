namespace Schematic.Contracts.Flags;

/// <summary>A flag, without its rules.</summary>
public sealed record FlagResponseData
{
    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Value of the flag if no rule matches.</summary>
    public required bool DefaultValue { get; init; }

    /// <summary>Free text about the flag.</summary>
    public required string Description { get; init; }

    /// <summary>Id of the feature that the flag gates, <c>feat_…</c>; null if it gates none.</summary>
    public string? FeatureId { get; init; }

    /// <summary>Type of the flag's value.</summary>
    public required FlagType FlagType { get; init; }

    /// <summary>Id of the flag, <c>flag_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Key by which applications check the flag, unique within the account.</summary>
    public required string Key { get; init; }

    /// <summary>Id of the member who looks after the flag, <c>acme_…</c>; null if there is none.</summary>
    public string? MaintainerAccountMemberId { get; init; }

    /// <summary>Display name.</summary>
    public required string Name { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
