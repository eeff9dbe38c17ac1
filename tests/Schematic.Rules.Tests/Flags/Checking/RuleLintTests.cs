using Schematic.Rules.Flags;
using Schematic.Rules.Flags.Checking;
using Schematic.Rules.Flags.Definitions;
using Schematic.Testing.Rules;
using static Schematic.Testing.Rules.FlagBuilder;

namespace Schematic.Rules.Tests.Flags.Checking;

public sealed class RuleLintTests
{
    private static readonly ConditionDefinition Pro = ConditionOf.Plan("plan_pro");

    public static TheoryData<string, ConditionDefinition[]> Contradicting { get; } = new()
    {
        { "no ids", [ConditionOf.Company()] },
        { "two companies", [ConditionOf.Company("comp_1"), ConditionOf.Company("comp_2")] },
        { "a company and not it", [ConditionOf.Company("comp_1"), ConditionOf.Company("comp_1", "comp_2") with { Operator = ComparisonOperator.Ne }] },
        { "a base plan and none", [ConditionOf.OnIds(ConditionKind.BasePlan, "plan_1"), ConditionOf.OnIds(ConditionKind.BasePlan) with { Operator = ComparisonOperator.IsEmpty }] },
        { "more than 5 and less than 3", [Seats(ComparisonOperator.Gt, "5"), Seats(ComparisonOperator.Lt, "3")] },
        { "more than 5 and less than 5", [Seats(ComparisonOperator.Gt, "5"), Seats(ComparisonOperator.Lt, "5")] },
        { "5 and not 5", [Seats(ComparisonOperator.Eq, "5"), Seats(ComparisonOperator.Ne, "5.0")] },
        { "empty and not empty", [Seats(ComparisonOperator.IsEmpty, ""), Seats(ComparisonOperator.NotEmpty, "")] },
        { "two texts", [Trait(ComparableKind.String, ComparisonOperator.Eq, "eu"), Trait(ComparableKind.String, ComparisonOperator.Eq, "us")] },
        { "after and before", [Trait(ComparableKind.Date, ComparisonOperator.Gt, "2026-11-20"), Trait(ComparableKind.Date, ComparisonOperator.Lt, "2026-11-20")] },
        { "a boolean that is empty", [Trait(ComparableKind.Bool, ComparisonOperator.IsEmpty, "")] },
        { "both true and false", [Trait(ComparableKind.Bool, ComparisonOperator.Eq, "true"), Trait(ComparableKind.Bool, ComparisonOperator.Ne, "true")] },
        { "a counter over and under", [ConditionOf.Metric("api-call", ComparisonOperator.Gte, 10), ConditionOf.Metric("api-call", ComparisonOperator.Lt, 10)] },
    };

    public static TheoryData<string, ConditionDefinition[]> Possible { get; } = new()
    {
        { "companies in common", [ConditionOf.Company("comp_1", "comp_2"), ConditionOf.Company("comp_2", "comp_3")] },
        { "two plans: one may be an add-on", [ConditionOf.Plan("plan_1"), ConditionOf.Plan("plan_2")] },
        { "between 3 and 5", [Seats(ComparisonOperator.Gt, "3"), Seats(ComparisonOperator.Lt, "5")] },
        { "between 3 and 3.1", [Seats(ComparisonOperator.Gt, "3"), Seats(ComparisonOperator.Lt, "3.1")] },
        { "exactly 5", [Seats(ComparisonOperator.Gte, "5"), Seats(ComparisonOperator.Lte, "5")] },
        { "neither empty nor not empty", [Seats(ComparisonOperator.Lt, "0"), Seats(ComparisonOperator.Ne, "-1")] },
        { "texts between", [Trait(ComparableKind.String, ComparisonOperator.Gt, "a"), Trait(ComparableKind.String, ComparisonOperator.Lt, "b")] },
        { "absent dates", [Trait(ComparableKind.Date, ComparisonOperator.IsEmpty, ""), Trait(ComparableKind.Date, ComparisonOperator.Lt, "2026-11-20")] },
        { "the last instant", [Trait(ComparableKind.Date, ComparisonOperator.Gte, "9999-12-31T23:59:59.9999999Z")] },
        { "different periods", [ConditionOf.Metric("api-call", ComparisonOperator.Gte, 10), ConditionOf.Metric("api-call", ComparisonOperator.Lt, 10) with { MetricPeriod = CounterPeriod.CurrentDay }] },
        { "compared with each other", [Seats(ComparisonOperator.Gt, "5") with { ComparisonTrait = new TraitReference("trdf_2", EntityKind.Company, ComparableKind.Int) }, Seats(ComparisonOperator.Lt, "3")] },
    };

    [Theory]
    [MemberData(nameof(Contradicting))]
    public void Conditions_that_exclude_each_other_are_found(string name, ConditionDefinition[] conditions) =>
        Assert.True(Kinds(Rule("rule_1", true, conditions)).SequenceEqual([RuleWarningKind.NeverMatches]), name);

    [Theory]
    [MemberData(nameof(Possible))]
    public void Conditions_that_can_be_met_are_left_alone(string name, ConditionDefinition[] conditions) =>
        Assert.True(Kinds(Rule("rule_1", true, conditions)).Length == 0, name);

    [Fact]
    public void A_group_without_conditions_never_holds() => Assert.Equal([RuleWarningKind.NeverMatches], Kinds(Rule("rule_1", true) with { Groups = [ConditionOf.AnyOf()] }));

    [Fact]
    public void A_rule_behind_one_that_always_matches_is_never_reached()
    {
        var warnings = RuleLint.Check([Rule("rule_late", true, Pro) with { Priority = 3 }, Rule("rule_all", false) with { Priority = 2 }, Rule("rule_early", true, Pro) with { Priority = 1 }]);

        Assert.Equal(
            [
                new RuleWarning(0, "rule_late", RuleWarningKind.NeverReached, "\"Rule rule_all\" is tried before and always matches, so this rule is never reached."),
                new RuleWarning(1, "rule_all", RuleWarningKind.AlwaysMatches, "It has no conditions, so it matches everyone."),
            ],
            warnings);
    }

    [Fact]
    public void An_override_of_all_hides_every_other_rule() =>
        Assert.Equal(
            [(0, RuleWarningKind.NeverReached), (1, RuleWarningKind.ConditionsIgnored)],
            RuleLint.Check([Rule("rule_1", true, Pro), Rule("rule_2", true, Pro) with { Tier = RuleTier.GlobalOverride }]).Select(static warning => (warning.RuleIndex, warning.Kind)));

    [Fact]
    public void A_trait_that_nobody_has_is_named()
    {
        var rule = Rule("rule_1", true) with { Groups = [ConditionOf.AnyOf(Seats(ComparisonOperator.Gt, "5"), Pro)] };

        Assert.Equal("No company has a value for the trait trdf_1.", Assert.Single(RuleLint.Check([rule], new HashSet<string> { "trdf_2" })).Message);
        Assert.Empty(RuleLint.Check([rule], new HashSet<string> { "trdf_1" }));
    }

    [Fact]
    public void A_rule_that_decided_a_generated_case_is_never_said_to_be_out_of_reach()
    {
        var generator = new RuleCaseGenerator(11);
        for (var i = 0; i < 2_000; i++)
        {
            var generated = generator.Next();
            var decided = FlagEvaluator.Evaluate(generated.Prepared, generated.Subject).RuleId;
            Assert.DoesNotContain(RuleLint.Check(generated.Flag.Rules), warning => warning.RuleId == decided && (warning.Kind is RuleWarningKind.NeverReached or RuleWarningKind.NeverMatches));
        }
    }

    private static RuleWarningKind[] Kinds(params RuleDefinition[] rules) => [.. RuleLint.Check(rules).Select(static warning => warning.Kind)];

    private static ConditionDefinition Seats(ComparisonOperator comparison, string value) => Trait(ComparableKind.Int, comparison, value);

    private static ConditionDefinition Trait(ComparableKind kind, ComparisonOperator comparison, string value) => ConditionOf.Trait("trdf_1", kind, comparison, value);
}
