using Schematic.Api.Entities;
using Schematic.Api.Features;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Members;

namespace Schematic.Api.Flags;

/// <summary>A flag as one statement reads it, with what it is in one environment.</summary>
internal sealed class FlagWithState
{
    public required FlagRow Flag { get; init; }

    public FeatureRow? Feature { get; init; }

    public MemberRow? Maintainer { get; init; }

    /// <summary>Null where the flag has had no rule and no check in this environment.</summary>
    public FlagEnvironmentRow? State { get; init; }
}

/// <summary>A flag with its rules in one environment, and what their ids stand for.</summary>
/// <param name="Rules">Its own, in their order.</param>
internal sealed record FlagDetail(FlagWithState Head, IReadOnlyList<FlagRule> Rules, RuleNames Names)
{
    public FlagRow Flag => Head.Flag;

    /// <summary>Rules that plans and overrides add; empty where nobody asked for them.</summary>
    public IReadOnlyList<FlagRule> Derived { get; init; } = [];

    public string ETag => FlagMapping.ETag(Head.Flag, Head.State);
}

/// <summary>Names of what the ids in rules refer to; deleted things are missing.</summary>
/// <param name="Traits">Definitions by id.</param>
/// <param name="Resources">Names of companies and users by id.</param>
internal sealed record RuleNames(
    IReadOnlyDictionary<string, EntityTraitDefinitionRow> Traits,
    IReadOnlyDictionary<string, string> Resources
);
