namespace Schematic.Dashboard.Flags.Rules;

/// <summary>How many companies gain and lose the flag by a draft, counted to the end.</summary>
/// <param name="Rules">The draft that was counted for.</param>
public sealed record MeasuredImpact(IReadOnlyList<RuleDraft> Rules, long Gained, long Lost);
