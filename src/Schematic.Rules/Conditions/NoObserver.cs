namespace Schematic.Rules.Conditions;

/// <summary>Ignores all steps.</summary>
internal struct NoObserver : IEvaluationObserver
{
    public static bool IsRecording => false;

    public readonly void EnterRule(PreparedRule rule) { }

    public readonly void LeaveRule(bool isMatch) { }

    public readonly void PassRule(PreparedRule rule) { }

    public readonly void EnterGroup(PreparedGroup group) { }

    public readonly void LeaveGroup(bool holds) { }

    public readonly void Record(
        PreparedCondition condition,
        bool holds,
        string expected,
        string actual,
        string? note
    ) { }
}
