using Schematic.Contracts.ApiKeys;

namespace Schematic.Contracts.Flags;

/// <summary>Not part of the published description: one save of a flag's rules in an environment. See docs/wire-compatibility.md.</summary>
public sealed record FlagRuleSaveResponseData
{
    /// <summary>Who saved; null where that is not known.</summary>
    public FlagRuleSaveActor? Actor { get; init; }

    /// <summary>Why, in the words of who saved; null where nothing was said.</summary>
    public string? Comment { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string Id { get; init; }

    /// <summary>All rules as this save left them; what they name as it is called now.</summary>
    public required IReadOnlyList<RuleDetailResponseData> Rules { get; init; }

    /// <summary>Counts the changes of the rules from 1. Where the one before is missing, it was made before saves were kept.</summary>
    public required long Version { get; init; }
}

/// <summary>Who saved, as they were called then.</summary>
public sealed record FlagRuleSaveActor
{
    /// <summary>A member (<c>app_user</c>) or an API key.</summary>
    public required ActorType ActorType { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }
}
