using Schematic.Contracts.ApiKeys;

namespace Schematic.Contracts.Flags;

/// <summary>One save of a flag's rules in an environment. An addition: see docs/wire-compatibility.md.</summary>
public sealed record FlagRuleSaveResponseData
{
    /// <summary>The member or API key that saved; null if it is not known.</summary>
    public FlagRuleSaveActor? Actor { get; init; }

    /// <summary>Reason for the change, as it was given; null if none was.</summary>
    public string? Comment { get; init; }

    /// <summary>Time of the save, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Id of the save, <c>rlsv_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>All rules as the save left them; the things they refer to appear under their present names.</summary>
    public required IReadOnlyList<RuleDetailResponseData> Rules { get; init; }

    /// <summary>Number of the save, from 1 without gaps, except for saves from before a history was kept.</summary>
    public required long Version { get; init; }
}

/// <summary>The member or API key that saved, under its name at that time.</summary>
public sealed record FlagRuleSaveActor
{
    /// <summary>Kind of actor: a member (<c>app_user</c>) or an API key.</summary>
    public required ActorType ActorType { get; init; }

    /// <summary>Id of the member, <c>acme_…</c>, or the API key, <c>api_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name at the time of the save.</summary>
    public required string Name { get; init; }
}
