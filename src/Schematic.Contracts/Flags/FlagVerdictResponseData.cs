namespace Schematic.Contracts.Flags;

/// <summary>A flag with its verdict for one company and user. An addition to the published API.</summary>
public sealed record FlagVerdictResponseData
{
    /// <summary>Id of the flag, <c>flag_…</c>.</summary>
    public required string FlagId { get; init; }

    /// <summary>Key of the flag.</summary>
    public required string Key { get; init; }

    /// <summary>Display name of the flag.</summary>
    public required string Name { get; init; }

    /// <summary>Sentence that says why the flag has this value.</summary>
    public required string Reason { get; init; }

    /// <summary>Id of the rule that decided, <c>rule_…</c>; null if no rule matched.</summary>
    public string? RuleId { get; init; }

    /// <summary>Type of the rule that decided; null if no rule matched.</summary>
    public RuleType? RuleType { get; init; }

    /// <summary>True if the flag is on.</summary>
    public required bool Value { get; init; }
}
