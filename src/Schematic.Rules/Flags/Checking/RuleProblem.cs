namespace Schematic.Rules.Flags.Checking;

/// <summary>Something a rule cannot be saved with.</summary>
/// <param name="Path">Where, in the words of the wire: <c>rules[0].condition_groups[1].conditions[2].operator</c>.</param>
/// <param name="RuleIndex">The rule's place in the list that was checked; nothing where the list itself is the problem.</param>
/// <param name="RuleName">Its name, or its id where it has none.</param>
/// <param name="ConditionId">The condition's id, if it has one already.</param>
/// <param name="Field">The last step of the path.</param>
/// <param name="Message">A sentence that says what is wrong and what to do.</param>
public sealed record RuleProblem(string Path, int? RuleIndex, string? RuleName, string? ConditionId, string Field, string Message);
