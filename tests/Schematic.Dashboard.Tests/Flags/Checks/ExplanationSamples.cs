using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;

namespace Schematic.Dashboard.Tests.Flags.Checks;

/// <summary>Explained checks as the API answers them.</summary>
internal static class ExplanationSamples
{
    public static ExplainFlagResponseData Answer(params ExplainedRule[] rules) =>
        new()
        {
            Check = new()
            {
                Flag = "analytics",
                Reason = "Some reason",
                Value = false,
            },
            DefaultValue = false,
            Tiers =
            [
                .. RuleTiers.All.Select(tier => new ExplainedTier
                {
                    RuleType = tier,
                    Outcome = ExplainedOutcome.NotMatched,
                    Rules = tier == RuleType.Standard ? rules : [],
                }),
            ],
        };

    /// <summary>Off for Acme: of its three seats, the only rule asks for five.</summary>
    public static ExplainFlagResponseData ClosestMiss() =>
        new()
        {
            Check = new()
            {
                Flag = "analytics",
                Reason = "No rules matched; default value for flag",
                Value = false,
            },
            CompanyName = "Acme",
            DefaultValue = false,
            ClosestMissRuleId = "rule_1",
            Tiers =
            [
                .. RuleTiers.All.Select(static tier => new ExplainedTier
                {
                    RuleType = tier,
                    Outcome = ExplainedOutcome.NotMatched,
                    Rules =
                        tier != RuleType.Standard
                            ? []
                            :
                            [
                                new()
                                {
                                    Id = "rule_1",
                                    Name = "Large",
                                    Outcome = ExplainedOutcome.NotMatched,
                                    Priority = 1,
                                    Value = true,
                                    ConditionGroups = [],
                                    Conditions =
                                    [
                                        new()
                                        {
                                            Id = "cond_1",
                                            ConditionType = ConditionType.Trait,
                                            Subject = "company trait seats",
                                            Expected = "at least 5",
                                            Actual = "3",
                                            Outcome = ExplainedOutcome.NotMatched,
                                        },
                                    ],
                                },
                            ],
                }),
            ],
        };

    public static ExplainedRule Rule(string id, params ExplainedCondition[] conditions) =>
        new()
        {
            Id = id,
            Name = id,
            Outcome = ExplainedOutcome.NotMatched,
            Priority = 1,
            Value = true,
            ConditionGroups = [],
            Conditions = conditions,
        };

    public static ExplainedCondition Condition(
        string subject,
        ExplainedOutcome outcome = ExplainedOutcome.NotMatched
    ) =>
        new()
        {
            Id = $"cond_{subject}",
            ConditionType = ConditionType.Trait,
            Subject = subject,
            Expected = "at least 5",
            Actual = "3",
            Outcome = outcome,
        };

    public static ExplainedConditionGroup Group(ExplainedOutcome outcome, params ExplainedCondition[] conditions) =>
        new() { Outcome = outcome, Conditions = conditions };
}
