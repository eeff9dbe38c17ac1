using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Tests.Companies;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class RuleLintTests
{
    private readonly RuleVocabulary _words = new();

    public RuleLintTests() =>
        _words.LearnTraits([
            CompanySamples.Definition(TraitType.Number, "seats"),
            CompanySamples.Definition(TraitType.String, "country"),
            CompanySamples.Definition(TraitType.Boolean, "trial"),
            CompanySamples.Definition(TraitType.Date, "start"),
        ]);

    [Fact]
    public void A_rule_behind_one_that_always_matches_is_never_reached() =>
        Assert.StartsWith(
            "Never reached: “All”",
            Assert.Single(
                Warnings(
                    "rule_2",
                    FlagSamples.Rule("rule_1", "All", 1),
                    FlagSamples.Rule("rule_2", "Some", 2, FlagSamples.Seats("cond_1", ComparableOperator.Eq, "1"))
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_global_override_decides_before_all_others() =>
        Assert.Contains(
            Warnings(
                "rule_1",
                FlagSamples.Rule("rule_1", "Some", 1, FlagSamples.Seats("cond_1", ComparableOperator.Eq, "1")),
                FlagSamples.Rule("rule_2", "Off", 9) with
                {
                    RuleType = RuleType.GlobalOverride,
                }
            ),
            static text => text.StartsWith("Never reached", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData(ComparableOperator.Gt, "5", ComparableOperator.Lt, "5", true)]
    [InlineData(ComparableOperator.Gte, "5", ComparableOperator.Lte, "5", false)]
    [InlineData(ComparableOperator.Gt, "5", ComparableOperator.Lte, "5", true)]
    [InlineData(ComparableOperator.Eq, "5", ComparableOperator.Ne, "5", true)]
    [InlineData(ComparableOperator.Eq, "5", ComparableOperator.Eq, "6", true)]
    [InlineData(ComparableOperator.IsEmpty, "", ComparableOperator.Gt, "0", true)]
    [InlineData(ComparableOperator.NotEmpty, "", ComparableOperator.Lt, "1", false)]
    public void Numbers_that_exclude_each_other_are_a_contradiction(
        ComparableOperator one,
        string first,
        ComparableOperator two,
        string second,
        bool excludes
    ) =>
        Assert.Equal(
            excludes,
            Warnings(
                    "rule_1",
                    FlagSamples.Rule(
                        "rule_1",
                        "R",
                        1,
                        FlagSamples.Seats("cond_1", one, first),
                        FlagSamples.Seats("cond_2", two, second)
                    )
                )
                .Any(static text => text.StartsWith("Never matches", StringComparison.Ordinal))
        );

    [Theory]
    [InlineData("trial", ComparableOperator.Eq, "true", ComparableOperator.Eq, "false", true)]
    [InlineData("trial", ComparableOperator.Eq, "true", ComparableOperator.Ne, "true", true)]
    [InlineData("trial", ComparableOperator.Eq, "true", ComparableOperator.Ne, "false", false)]
    [InlineData("start", ComparableOperator.Gt, "2026-11-20", ComparableOperator.Lt, "2026-11-20T00:00:00Z", true)]
    [InlineData(
        "start",
        ComparableOperator.Gte,
        "2026-11-20",
        ComparableOperator.Lte,
        "2026-11-20T02:00:00+02:00",
        false
    )]
    [InlineData("start", ComparableOperator.IsEmpty, "", ComparableOperator.Ne, "2026-11-20", false)]
    [InlineData("country", ComparableOperator.Eq, "DE", ComparableOperator.IsEmpty, "", true)]
    [InlineData("country", ComparableOperator.Ne, "DE", ComparableOperator.IsEmpty, "", false)]
    public void Values_that_exclude_each_other_are_a_contradiction(
        string trait,
        ComparableOperator one,
        string first,
        ComparableOperator two,
        string second,
        bool excludes
    )
    {
        RuleConditionDetailResponseData Of(string id, ComparableOperator comparison, string value) =>
            FlagSamples.Seats(id, comparison, value) with
            {
                TraitId = $"trdf_{trait}",
            };

        Assert.Equal(
            excludes,
            Warnings("rule_1", FlagSamples.Rule("rule_1", "R", 1, Of("cond_1", one, first), Of("cond_2", two, second)))
                .Any(static text => text.StartsWith("Never matches", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("trial", ComparableOperator.IsEmpty, true)]
    [InlineData("trial", ComparableOperator.NotEmpty, false)]
    [InlineData("country", ComparableOperator.IsEmpty, false)]
    public void A_boolean_trait_is_never_empty(string trait, ComparableOperator comparison, bool isWarnedOf) =>
        Assert.Equal(
            isWarnedOf,
            Warnings(
                    "rule_1",
                    FlagSamples.Rule(
                        "rule_1",
                        "R",
                        1,
                        FlagSamples.Seats("cond_1", comparison, "") with
                        {
                            TraitId = $"trdf_{trait}",
                        }
                    )
                )
                .Contains("Never matches: a boolean trait is never empty.")
        );

    [Fact]
    public void Two_companies_at_once_are_a_contradiction() =>
        Assert.Contains(
            Warnings(
                "rule_1",
                FlagSamples.Rule(
                    "rule_1",
                    "R",
                    1,
                    FlagSamples.Condition("cond_1", ConditionType.Company, "comp_1"),
                    FlagSamples.Condition("cond_2", ConditionType.Company, "comp_2")
                )
            ),
            static text => text.StartsWith("Never matches", StringComparison.Ordinal)
        );

    [Fact]
    public void Two_plans_at_once_are_none() =>
        Assert.Empty(
            Warnings(
                "rule_1",
                FlagSamples.Rule(
                    "rule_1",
                    "R",
                    1,
                    FlagSamples.Condition("cond_1", ConditionType.Plan, "plan_1"),
                    FlagSamples.Condition("cond_2", ConditionType.Plan, "plan_2")
                )
            )
        );

    [Fact]
    public void A_trait_that_nobody_has_is_named()
    {
        _words.LearnValues("trdf_seats", []);

        Assert.Equal(
            ["No company has a value of the trait seats."],
            Warnings(
                "rule_1",
                FlagSamples.Rule("rule_1", "R", 1, FlagSamples.Seats("cond_1", ComparableOperator.Gte, "1"))
            )
        );
    }

    private IEnumerable<string> Warnings(string key, params IReadOnlyList<RuleDetailResponseData> rules) =>
        RuleLint.Check(RuleDrafts.FromContract(rules), _words)[key];
}
