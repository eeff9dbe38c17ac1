using Schematic.Rules.Definitions;
using Schematic.Rules.Explaining;
using Schematic.Testing.Rules;

namespace Schematic.Rules.Tests;

/// <summary>A failure names its seed and the number of its case.</summary>
public sealed class FlagEvaluatorPropertyTests
{
    private const int Cases = 2_500;

    private static readonly RuleWorld Crooked = new() { IsWellFormed = false };

    public static TheoryData<int, bool> Worlds { get; } =
        new()
        {
            { 1, true },
            { 2, true },
            { 3, false },
            { 4, false },
        };

    [Theory]
    [MemberData(nameof(Worlds))]
    public void To_explain_is_to_evaluate(int seed, bool isWellFormed) =>
        AssertEach(
            seed,
            isWellFormed,
            static generated =>
            {
                var verdict = FlagEvaluator.Evaluate(generated.Prepared, generated.Subject, generated.Preflight);
                var explanation = FlagEvaluator.Explain(generated.Prepared, generated.Subject, generated.Preflight);

                Assert.Equal(verdict, explanation.Verdict);
                Assert.Equal(verdict.RuleId, explanation.Match?.Rule.Id);
            }
        );

    [Theory]
    [MemberData(nameof(Worlds))]
    public void An_explanation_lists_every_rule_once_in_the_order_of_the_domain(int seed, bool isWellFormed) =>
        AssertEach(
            seed,
            isWellFormed,
            static generated =>
            {
                var listed = Explain(generated)
                    .Tiers.SelectMany(static tier => tier.Rules)
                    .Select(static rule => rule.Rule)
                    .ToList();
                var order = Given(generated)
                    .OrderBy(static rule => rule.Tier)
                    .ThenBy(static rule =>
                        rule.Tier is >= RuleTier.CompanyOverride and <= RuleTier.PlanEntitlementUsageExceeded
                        && !rule.Value
                    )
                    .ThenBy(static rule => rule.Tier == RuleTier.Standard ? rule.Priority : 0);

                Assert.Equal(order, listed);
            }
        );

    [Theory]
    [MemberData(nameof(Worlds))]
    public void The_first_rule_whose_conditions_all_hold_decides(int seed, bool isWellFormed) =>
        AssertEach(
            seed,
            isWellFormed,
            static generated =>
            {
                var explanation = Explain(generated);
                var rules = explanation.Tiers.SelectMany(static tier => tier.Rules).ToList();
                var tried = rules.TakeWhile(static rule => rule.Outcome != Outcome.NotReached).ToList();

                Assert.All(tried, static rule => Assert.Equal(Holds(rule), rule.Outcome == Outcome.Matched));
                Assert.All(tried.SkipLast(1), static rule => Assert.Equal(Outcome.NotMatched, rule.Outcome));
                Assert.All(rules.Skip(tried.Count), static rule => Assert.Equal(Outcome.NotReached, rule.Outcome));
                Assert.Equal(explanation.Match?.Rule.Value ?? generated.Flag.DefaultValue, explanation.Verdict.Value);
            }
        );

    [Fact]
    public void Generated_cases_come_to_every_end()
    {
        var generator = new RuleCaseGenerator(5);
        var tiers = Enumerable
            .Range(0, Cases)
            .Select(_ => generator.Next())
            .CountBy(static generated =>
                FlagEvaluator.Evaluate(generated.Prepared, generated.Subject, generated.Preflight).RuleTier?.ToString()
                ?? "default value"
            );

        Assert.Equal(
            Enum.GetNames<RuleTier>().Append("default value").Order(),
            tiers.Select(static tier => tier.Key).Order()
        );
        Assert.All(
            tiers,
            static tier => Assert.True(tier.Value > Cases / 100, $"Only {tier.Value} cases end with {tier.Key}.")
        );
    }

    private static bool Holds(RuleTrace rule) =>
        rule.Rule.Tier is RuleTier.GlobalOverride or RuleTier.Default
        || (
            rule.Conditions.All(static condition => condition.Outcome == Outcome.Matched)
            && rule.Groups.All(static group =>
                group.Conditions.Any(static condition => condition.Outcome == Outcome.Matched)
            )
        );

    private static Explanation Explain(RuleCase generated) =>
        FlagEvaluator.Explain(generated.Prepared, generated.Subject, generated.Preflight);

    private static IEnumerable<RuleDefinition> Given(RuleCase generated) =>
        generated
            .Flag.Rules.Concat(Derived(generated.Company?.DerivedRules))
            .Concat(Derived(generated.User?.DerivedRules));

    private static IEnumerable<RuleDefinition> Derived(IReadOnlyDictionary<string, PreparedRules>? rules) =>
        rules?.Values.SelectMany(static prepared => prepared.Definitions) ?? [];

    private static void AssertEach(int seed, bool isWellFormed, Action<RuleCase> assert)
    {
        var generator = new RuleCaseGenerator(seed, isWellFormed ? null : Crooked);
        for (var i = 0; i < Cases; i++)
        {
            var generated = generator.Next();
            try
            {
                assert(generated);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"{generated.Name}: {failure.Message}", failure);
            }
        }
    }
}
