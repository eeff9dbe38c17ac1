using Schematic.Contracts.Flags;

namespace Schematic.Dashboard.Flags.Checks;

/// <summary>The sentences of a <see cref="Ladder"/>.</summary>
internal static class LadderText
{
    public const string NobodyHelp = "Look at the key and its value: the check goes on without whom it does not find.";

    /// <summary>Whether the check found no such company, or no such user.</summary>
    public static bool IsNobody(ExplainFlagResponseData answer) =>
        answer.Check.Reason is "Company not found" or "User not found";

    /// <summary>The answer in one sentence: "Analytics is on for Acme".</summary>
    public static string GetVerdict(ExplainFlagResponseData answer, string flagName)
    {
        var value = answer.Check.Value ? "on" : "off";
        if (IsNobody(answer))
            return $"{answer.Check.Reason}, so {flagName} is {value}";
        var who = (answer.CompanyName, answer.UserName) switch
        {
            ({ } company, { } user) => $"{user} of {company}",
            ({ } company, null) => company,
            (null, { } user) => user,
            _ => "nobody in particular",
        };
        return $"{flagName} is {value} for {who}";
    }

    /// <summary>The rule that fewest conditions kept from deciding; null if there is none.</summary>
    public static ExplainedRule? FindClosestMiss(ExplainFlagResponseData answer) =>
        answer.ClosestMissRuleId is { } id
            ? answer.Tiers.SelectMany(static tier => tier.Rules).FirstOrDefault(rule => rule.Id == id)
            : null;

    /// <summary>Why a rule did not match; empty if nothing is known to have kept it.</summary>
    public static string GetMiss(ExplainedRule rule)
    {
        var missed = rule
            .Conditions.Where(static condition => condition.Outcome == ExplainedOutcome.NotMatched)
            .Concat(
                rule.ConditionGroups.Where(static group => group.Outcome == ExplainedOutcome.NotMatched)
                    .SelectMany(static group => group.Conditions.Take(1))
            )
            .ToList();
        if (missed is not [var first, ..])
            return "";
        var more = missed.Count > 1 ? $" And {missed.Count - 1} more did not hold." : "";
        return $"Expected {first.Subject} to be {first.Expected}; it is {first.Actual}.{more}";
    }

    public static string GetEnd(ExplainFlagResponseData answer) =>
        answer.Tiers.Any(static tier => tier.Outcome == ExplainedOutcome.Matched)
            ? "Evaluation stopped at the first rule that matched."
            : $"No rule matched, so the flag is its default: {(answer.DefaultValue ? "on" : "off")}.";

    public static string Words(ExplainedOutcome outcome) =>
        outcome switch
        {
            ExplainedOutcome.Matched => "matched",
            ExplainedOutcome.NotMatched => "did not match",
            ExplainedOutcome.NotReached => "not reached",
            _ => "unknown",
        };

    public static string Css(ExplainedOutcome outcome) =>
        outcome switch
        {
            ExplainedOutcome.Matched => "is-matched",
            ExplainedOutcome.NotMatched => "is-missed",
            _ => "is-unreached",
        };
}
