using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Tests.Companies;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class RuleSentenceTests
{
    private readonly RuleVocabulary _words = new();

    public RuleSentenceTests()
    {
        _words.LearnTraits([CompanySamples.Definition(TraitType.Number, "seats")]);
        _words.LearnName("comp_1", "Acme");
    }

    [Fact]
    public void A_rule_is_one_sentence()
    {
        var metric = FlagSamples.Condition("cond_2", ConditionType.Metric) with
        {
            Operator = ComparableOperator.Lt,
            EventSubtype = "api_call",
            MetricPeriod = MetricPeriod.CurrentMonth,
            MetricValue = 1000,
        };
        var rule = FlagSamples.Rule(
            "rule_1",
            "R",
            1,
            FlagSamples.Seats("cond_1", ComparableOperator.Gte, "5"),
            metric
        ) with
        {
            ConditionGroups =
            [
                FlagSamples.Group(
                    "cogr_1",
                    FlagSamples.Condition("cond_3", ConditionType.Company, "comp_1"),
                    FlagSamples.Condition("cond_4", ConditionType.BasePlan) with
                    {
                        Operator = ComparableOperator.IsEmpty,
                    }
                ),
            ],
        };

        Assert.Equal(
            "On when company trait seats is at least 5, and api_call this month is less than 1,000, and any of (company is one of Acme; there is no base plan).",
            Sentence(rule)
        );
    }

    [Fact]
    public void Many_names_are_counted() =>
        Assert.Equal(
            "On when company is one of Acme, comp_2, comp_3, comp_4, comp_5 and 2 more.",
            Sentence(
                FlagSamples.Rule(
                    "rule_1",
                    "R",
                    1,
                    FlagSamples.Condition(
                        "cond_1",
                        ConditionType.Company,
                        "comp_1",
                        "comp_2",
                        "comp_3",
                        "comp_4",
                        "comp_5",
                        "comp_6",
                        "comp_7"
                    )
                )
            )
        );

    [Theory]
    [InlineData(RuleType.GlobalOverride, "On for everyone, before any other rule.")]
    [InlineData(RuleType.Default, "On for everyone that no other rule decides about.")]
    [InlineData(RuleType.Standard, "On for everyone.")]
    public void A_rule_without_conditions_says_for_whom_it_is(RuleType tier, string sentence) =>
        Assert.Equal(sentence, Sentence(FlagSamples.Rule("rule_1", "R") with { RuleType = tier }));

    [Fact]
    public void Each_condition_is_a_piece_of_its_own_also_in_a_group()
    {
        var rule = FlagSamples.Rule("rule_1", "R", 1, FlagSamples.Seats("cond_1", ComparableOperator.Gte, "5")) with
        {
            ConditionGroups =
            [
                FlagSamples.Group(
                    "cogr_1",
                    FlagSamples.Seats("cond_2", ComparableOperator.Lt, "9"),
                    FlagSamples.Seats("cond_3", ComparableOperator.Gt, "20")
                ),
            ],
        };

        var parts = RuleSentence.GetParts(RuleDrafts.FromContract([rule])[0], _words);

        Assert.Equal(
            [
                "company trait seats is at least 5",
                "company trait seats is less than 9",
                "company trait seats is more than 20",
            ],
            parts.Where(static part => part.IsCondition).Select(static part => part.Text)
        );
        Assert.Equal(
            ["On when ", ", and ", "any of (", "; ", ")", "."],
            parts.Where(static part => !part.IsCondition).Select(static part => part.Text)
        );
    }

    private string Sentence(RuleDetailResponseData rule) =>
        RuleSentence.For(RuleDrafts.FromContract([rule])[0], _words);
}
