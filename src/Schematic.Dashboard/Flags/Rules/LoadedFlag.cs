using Schematic.Contracts.Flags;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>A flag as the API answered it.</summary>
/// <param name="Tag">The <c>ETag</c> of that state, for <c>If-Match</c>; null where the API sends none.</param>
public sealed record LoadedFlag(FlagDetailResponseData Flag, string? Tag)
{
    /// <summary>Whether the flag has exactly these rules.</summary>
    public bool HasRules(IReadOnlyList<RuleDraft> rules) => RuleDrafts.FromContract(Flag.Rules).Text() == rules.Text();

    /// <summary>Whether the flag has these rules, whatever their ids are.</summary>
    public bool HasRulesLike(IReadOnlyList<RuleDraft> rules) =>
        RuleDrafts.FromContract(Flag.Rules).WithIdsOf([]).Text() == rules.WithIdsOf([]).Text();
}
