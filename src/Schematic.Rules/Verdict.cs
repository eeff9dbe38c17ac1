using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;

namespace Schematic.Rules;

/// <summary>What a flag is for somebody, and why. Source: domain, flag evaluation.</summary>
public readonly record struct Verdict
{
    public bool Value { get; init; }

    /// <summary>A sentence, one of <see cref="Reasons"/> or the matched rule's.</summary>
    public string Reason { get; init; }

    /// <summary>Nothing where there is no such flag.</summary>
    public string? FlagId { get; init; }

    /// <summary>The rule that decided; nothing where none did.</summary>
    public string? RuleId { get; init; }

    public RuleTier? RuleTier { get; init; }

    /// <summary>Nothing where the check named no company, or one that does not exist.</summary>
    public string? CompanyId { get; init; }

    /// <summary>Nothing where the check named no user, or one that does not exist.</summary>
    public string? UserId { get; init; }

    /// <summary>What the company may use of the feature that shares the flag's key, whichever rule decided.</summary>
    public EntitlementFacts? Entitlement { get; init; }
}
