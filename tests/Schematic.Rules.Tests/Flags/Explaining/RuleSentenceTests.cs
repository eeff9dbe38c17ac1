using Schematic.Rules.Flags.Definitions;
using Schematic.Rules.Flags.Explaining;
using Schematic.Testing.Rules;
using static Schematic.Testing.Rules.FlagBuilder;

namespace Schematic.Rules.Tests.Flags.Explaining;

public sealed class RuleSentenceTests
{
    public static TheoryData<RuleDefinition, string> Sentences { get; } = new()
    {
        { Rule("rule_1", true), "On for everyone." },
        { Rule("rule_1", false) with { Tier = RuleTier.GlobalOverride }, "Off for everyone, before any other rule." },
        { Rule("rule_1", true) with { Tier = RuleTier.Default }, "On for everyone that no other rule decides about." },
        { Rule("rule_1", true, ConditionOf.Plan("plan_pro"), ConditionOf.Metric("api-call", ComparisonOperator.Lt, 1_000) with { MetricPeriod = CounterPeriod.CurrentMonth }), "On when plan is one of Pro, and api-call this month is less than 1000." },
        { Rule("rule_1", false, ConditionOf.User("user_1") with { Operator = ComparisonOperator.Ne }), "Off when user is none of user_1." },
        { Rule("rule_1", true, ConditionOf.Trait("trdf_seats", ComparableKind.Int, ComparisonOperator.Gte, "5", EntityKind.User)), "On when user trait Seats is at least 5." },
        { Rule("rule_1", true, ConditionOf.Trait("trdf_region", ComparableKind.String, ComparisonOperator.Eq, "")), "On when company trait trdf_region is \"\"." },
        { Rule("rule_1", true, ConditionOf.Trait("trdf_since", ComparableKind.Date, ComparisonOperator.Lt, "2026-11-20")), "On when company trait trdf_since is before 2026-11-20." },
        { Rule("rule_1", true, ConditionOf.Metric("api-call", ComparisonOperator.Lt, null) with { ComparisonTrait = new TraitReference("trdf_seats", EntityKind.Company, ComparableKind.Int) }), "On when api-call ever is less than trait Seats." },
        { Rule("rule_1", true, ConditionOf.Credit("bilcr_1", 2_500_000)), "On when at least 2.5 credits of bilcr_1 remain." },
        { Rule("rule_1", true, ConditionOf.OnIds(ConditionKind.BasePlan) with { Operator = ComparisonOperator.NotEmpty }), "On when there is a base plan." },
        {
            Rule("rule_1", true, ConditionOf.Plan("plan_pro")) with { Groups = [ConditionOf.AnyOf(ConditionOf.Company("comp_1"), ConditionOf.User("user_1")), ConditionOf.AnyOf(ConditionOf.Company("comp_2"))] },
            "On when plan is one of Pro, and any of (company is one of comp_1; user is one of user_1), and company is one of comp_2."
        },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_rule_is_said_in_one_sentence(RuleDefinition rule, string sentence) =>
        Assert.Equal(sentence, RuleSentence.Of(rule, static id => id switch { "plan_pro" => "Pro", "trdf_seats" => "Seats", _ => id }));

    [Fact]
    public void Every_generated_rule_has_a_sentence()
    {
        var generator = new RuleCaseGenerator(13, new RuleWorld { IsWellFormed = false });

        for (var i = 0; i < 1_000; i++)
            Assert.All(generator.NextFlag().Rules, static rule => Assert.EndsWith(".", RuleSentence.Of(rule), StringComparison.Ordinal));
    }
}
