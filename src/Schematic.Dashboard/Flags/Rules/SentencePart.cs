namespace Schematic.Dashboard.Flags.Rules;

/// <summary>A piece of the sentence that describes a rule.</summary>
/// <param name="Text">With the spaces around it.</param>
/// <param name="IsCondition">Whether it is a whole condition, not the words between two.</param>
internal sealed record SentencePart(string Text, bool IsCondition = false);
