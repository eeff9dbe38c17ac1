namespace Schematic.Rules.Flags.Checking;

/// <summary>Something about a rule that is allowed and probably not meant.</summary>
/// <param name="RuleIndex">The rule's place in the list that was looked at.</param>
/// <param name="RuleId">Empty for a rule that was never saved.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Message">A sentence for a person.</param>
public sealed record RuleWarning(int RuleIndex, string RuleId, RuleWarningKind Kind, string Message);
