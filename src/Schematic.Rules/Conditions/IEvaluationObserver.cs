namespace Schematic.Rules.Conditions;

/// <summary>
/// Receives the steps of an evaluation. There is one evaluator: with <see cref="NoObserver"/> the compiler removes
/// every call to this interface, with <see cref="Explaining.ExplanationRecorder"/> the same code produces the
/// explanation.
/// </summary>
internal interface IEvaluationObserver
{
    /// <summary>
    /// True to evaluate all conditions of a rule or group even when its outcome is settled, so that all are recorded.
    /// This cannot change the verdict: conditions depend on nothing but the scope.
    /// </summary>
    static abstract bool IsRecording { get; }

    void EnterRule(PreparedRule rule);

    void LeaveRule(bool isMatch);

    /// <summary>Called for a rule that is not tried because an earlier one decided.</summary>
    void PassRule(PreparedRule rule);

    void EnterGroup(PreparedGroup group);

    void LeaveGroup(bool holds);

    void Record(PreparedCondition condition, bool holds, string expected, string actual, string? note);
}
