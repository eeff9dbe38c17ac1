using Schematic.Rules.Conditions;

namespace Schematic.Rules.Explaining;

/// <summary>
/// What the evaluator tells while it works. There is one evaluator: with <see cref="NoObserver"/> the compiler erases every word of
/// this, with <see cref="ExplanationRecorder"/> the same code writes the explanation.
/// </summary>
internal interface IEvaluationObserver
{
    /// <summary>
    /// A recording evaluator goes on where the verdict of a rule or group is settled, to tell all its conditions. They depend on
    /// nothing but the scope, so that cannot change the verdict.
    /// </summary>
    static abstract bool IsRecording { get; }

    void EnterRule(PreparedRule rule);

    void LeaveRule(bool isMatch);

    /// <summary>Another rule has decided before this one.</summary>
    void PassRule(PreparedRule rule);

    void EnterGroup(PreparedGroup group);

    void LeaveGroup(bool holds);

    void Record(PreparedCondition condition, bool holds, string expected, string actual, string? note);
}
