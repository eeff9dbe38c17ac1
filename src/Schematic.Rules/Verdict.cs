using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;

namespace Schematic.Rules;

/// <summary>The value of a flag for a company and a user, and why. Source: domain, flag evaluation.</summary>
public readonly record struct Verdict
{
    public bool Value { get; init; }

    /// <summary>A sentence: one of <see cref="Reasons"/>, or the reason of the matched rule.</summary>
    public string Reason { get; init; }

    /// <summary>Id of the flag; null if there is no such flag.</summary>
    public string? FlagId { get; init; }

    /// <summary>Id of the matched rule; null if none matched.</summary>
    public string? RuleId { get; init; }

    public RuleTier? RuleTier { get; init; }

    /// <summary>Id of the company; null if the check names none, or one that does not exist.</summary>
    public string? CompanyId { get; init; }

    /// <summary>Id of the user; null if the check names none, or one that does not exist.</summary>
    public string? UserId { get; init; }

    /// <summary>The company's entitlement to the feature with the flag's key, whichever rule decided.</summary>
    public EntitlementFacts? Entitlement { get; init; }
}
