using Schematic.Rules.Conditions;
using Schematic.Rules.Definitions;

namespace Schematic.Rules.Explaining;

/// <summary>Records the steps of an evaluation.</summary>
internal struct ExplanationRecorder : IEvaluationObserver
{
    private readonly List<RuleTrace> _rules = [];
    private List<ConditionTrace> _conditions = [];
    private List<GroupTrace> _groups = [];
    private PreparedRule? _rule;
    private PreparedGroup? _group;
    private List<ConditionTrace> _groupConditions = [];

    public ExplanationRecorder() { }

    public static bool IsRecording => true;

    public void EnterRule(PreparedRule rule)
    {
        _rule = rule;
        _conditions = [];
        _groups = [];
    }

    public readonly void LeaveRule(bool isMatch) =>
        _rules.Add(new RuleTrace(_rule!.Definition, OutcomeOf(isMatch), _conditions, _groups));

    public readonly void PassRule(PreparedRule rule) =>
        _rules.Add(
            new RuleTrace(
                rule.Definition,
                Outcome.NotReached,
                [.. rule.Definition.Conditions.Select(NotReached)],
                [
                    .. rule.Definition.Groups.Select(static group => new GroupTrace(
                        group,
                        Outcome.NotReached,
                        [.. group.Conditions.Select(NotReached)]
                    )),
                ]
            )
        );

    public void EnterGroup(PreparedGroup group)
    {
        _group = group;
        _groupConditions = [];
    }

    public void LeaveGroup(bool holds)
    {
        _groups.Add(new GroupTrace(_group!.Definition, OutcomeOf(holds), _groupConditions));
        _group = null;
    }

    public readonly void Record(
        PreparedCondition condition,
        bool holds,
        string expected,
        string actual,
        string? note
    ) =>
        (_group is null ? _conditions : _groupConditions).Add(
            new ConditionTrace(condition.Definition, OutcomeOf(holds), expected, actual, note)
        );

    public readonly Explanation Finish(in Verdict verdict)
    {
        var rules = _rules.ToLookup(static rule => rule.Rule.Tier);
        var last = verdict.RuleTier ?? RuleTier.Default;
        var tiers = Enum.GetValues<RuleTier>()
            .Select(tier => new TierTrace(tier, OutcomeOf(tier, rules[tier], last), [.. rules[tier]]));
        return new Explanation(verdict, [.. tiers], ClosestMiss(_rules, verdict.Value));
    }

    private static Outcome OutcomeOf(RuleTier tier, IEnumerable<RuleTrace> rules, RuleTier last) =>
        tier > last ? Outcome.NotReached : OutcomeOf(rules.Any(static rule => rule.Outcome == Outcome.Matched));

    private static RuleTrace? ClosestMiss(IEnumerable<RuleTrace> rules, bool value) =>
        rules
            .Where(rule => rule.Outcome == Outcome.NotMatched && rule.Rule.Value != value)
            .MinBy(static rule => rule.FailureCount);

    private static ConditionTrace NotReached(ConditionDefinition condition) =>
        new(condition, Outcome.NotReached, "", "", null);

    private static Outcome OutcomeOf(bool holds) => holds ? Outcome.Matched : Outcome.NotMatched;
}
