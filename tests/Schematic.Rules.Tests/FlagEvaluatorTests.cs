using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;
using Schematic.Testing.Rules;
using static Schematic.Testing.Rules.FlagBuilder;

namespace Schematic.Rules.Tests;

public sealed class FlagEvaluatorTests
{
    private static readonly CheckSubject Acme = new(
        CompanyContext.Prepare(new CompanyFacts { Id = "comp_acme" }),
        null
    );

    public static TheoryData<RuleTier, RuleTier> TiersInOrder { get; } =
        new(
            Enum.GetValues<RuleTier>()
                .SelectMany(static tier =>
                    Enum.GetValues<RuleTier>().Where(later => later > tier).Select(later => (tier, later))
                )
        );

    [Theory]
    [MemberData(nameof(TiersInOrder))]
    public void The_earlier_tier_decides(RuleTier tier, RuleTier later)
    {
        var flag = new FlagBuilder()
            .With(Rule("rule_later", true) with { Tier = later }, Rule("rule_first", false) with { Tier = tier })
            .Prepare();

        Assert.Equal("rule_first", FlagEvaluator.Evaluate(flag, Acme).RuleId);
    }

    [Theory]
    [InlineData(RuleTier.CompanyOverride)]
    [InlineData(RuleTier.PlanEntitlement)]
    [InlineData(RuleTier.CompanyOverrideUsageExceeded)]
    [InlineData(RuleTier.PlanEntitlementUsageExceeded)]
    public void Among_entitlements_what_gives_is_tried_before_what_takes(RuleTier tier)
    {
        var flag = new FlagBuilder()
            .With(
                Rule("rule_no", false) with
                {
                    Tier = tier,
                    Priority = 1,
                },
                Rule("rule_yes", true) with
                {
                    Tier = tier,
                    Priority = 2,
                }
            )
            .Prepare();

        Assert.Equal("rule_yes", FlagEvaluator.Evaluate(flag, Acme).RuleId);
    }

    [Theory]
    [InlineData(RuleTier.GlobalOverride)]
    [InlineData(RuleTier.Default)]
    public void Overrides_and_defaults_of_all_match_whatever_their_conditions_say(RuleTier tier)
    {
        var flag = new FlagBuilder()
            .With(Rule("rule_1", true, ConditionOf.Never()) with { Tier = tier, Groups = [ConditionOf.AnyOf()] })
            .Prepare();

        Assert.True(FlagEvaluator.Evaluate(flag, Acme).Value);
    }

    [Fact]
    public void Standard_rules_are_tried_by_priority_and_those_of_equal_priority_as_they_stand()
    {
        var flag = new FlagBuilder()
            .With(
                Rule("rule_c", false) with
                {
                    Priority = 2,
                },
                Rule("rule_a", true, ConditionOf.Never()) with
                {
                    Priority = -1,
                },
                Rule("rule_b", true) with
                {
                    Priority = 1,
                },
                Rule("rule_d", false) with
                {
                    Priority = 1,
                }
            )
            .Prepare();

        Assert.Equal(["rule_a", "rule_b", "rule_d", "rule_c"], Derived.OrderOf(flag, Acme));
        Assert.Equal("rule_b", FlagEvaluator.Evaluate(flag, Acme).RuleId);
    }

    [Fact]
    public void A_standard_rule_that_says_no_is_not_put_behind_one_that_says_yes()
    {
        var flag = new FlagBuilder()
            .With(Rule("rule_no", false) with { Priority = 1 }, Rule("rule_yes", true) with { Priority = 2 })
            .Prepare();

        Assert.Equal("rule_no", FlagEvaluator.Evaluate(flag, Acme).RuleId);
    }

    [Fact]
    public void Conditions_must_all_hold_and_in_every_group_one()
    {
        Assert.True(Matches(Rule("rule_1", true)));
        Assert.True(Matches(Rule("rule_1", true, ConditionOf.AnyCompany(), ConditionOf.AnyCompany())));
        Assert.False(Matches(Rule("rule_1", true, ConditionOf.AnyCompany(), ConditionOf.Never())));
        Assert.True(
            Matches(
                Rule("rule_1", true) with
                {
                    Groups = [ConditionOf.AnyOf(ConditionOf.Never(), ConditionOf.AnyCompany())],
                }
            )
        );
        Assert.False(
            Matches(
                Rule("rule_1", true) with
                {
                    Groups =
                    [
                        ConditionOf.AnyOf(ConditionOf.AnyCompany()),
                        ConditionOf.AnyOf(ConditionOf.Never(), ConditionOf.Never()),
                    ],
                }
            )
        );
        Assert.False(
            Matches(
                Rule("rule_1", true, ConditionOf.Never()) with
                {
                    Groups = [ConditionOf.AnyOf(ConditionOf.AnyCompany())],
                }
            )
        );
    }

    [Fact]
    public void A_group_without_conditions_never_holds() =>
        Assert.False(Matches(Rule("rule_1", true) with { Groups = [ConditionOf.AnyOf()] }));

    [Fact]
    public void A_rule_of_no_known_tier_is_never_tried() =>
        Assert.False(Matches(Rule("rule_1", true) with { Tier = 0 }));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Where_no_rule_matches_the_default_value_holds(bool value)
    {
        var verdict = FlagEvaluator.Evaluate(
            new FlagBuilder().DefaultsTo(value).With(Rule("rule_1", !value, ConditionOf.Never())).Prepare(),
            Acme
        );

        Assert.Equal(
            new Verdict
            {
                Value = value,
                Reason = "No rules matched; default value for flag",
                FlagId = "flag_1",
                CompanyId = "comp_acme",
            },
            verdict
        );
    }

    [Theory]
    [InlineData(RuleTier.GlobalOverride, "Matched global override rule \"Rule rule_1\" (rule_1)")]
    [InlineData(RuleTier.CompanyOverride, "Matched company override rule \"Rule rule_1\" (rule_1)")]
    [InlineData(RuleTier.PlanEntitlement, "Matched plan entitlement rule \"Rule rule_1\" (rule_1)")]
    [InlineData(
        RuleTier.CompanyOverrideUsageExceeded,
        "Matched company override usage exceeded rule \"Rule rule_1\" (rule_1)"
    )]
    [InlineData(
        RuleTier.PlanEntitlementUsageExceeded,
        "Matched plan entitlement usage exceeded rule \"Rule rule_1\" (rule_1)"
    )]
    [InlineData(RuleTier.Standard, "Matched standard rule \"Rule rule_1\" (rule_1)")]
    [InlineData(RuleTier.Default, "Matched default rule \"Rule rule_1\" (rule_1)")]
    public void The_reason_names_the_rule(RuleTier tier, string reason)
    {
        var verdict = FlagEvaluator.Evaluate(
            new FlagBuilder().With(Rule("rule_1", true) with { Tier = tier }).Prepare(),
            Acme
        );

        Assert.Equal(
            new Verdict
            {
                Value = true,
                Reason = reason,
                FlagId = "flag_1",
                RuleId = "rule_1",
                RuleTier = tier,
                CompanyId = "comp_acme",
            },
            verdict
        );
    }

    [Theory]
    [InlineData(false, false, "No company or user context; default value for flag")]
    [InlineData(true, false, "Company not found")]
    [InlineData(false, true, "User not found")]
    [InlineData(true, true, "Company not found")]
    public void Without_company_and_user_the_reason_says_which_is_missing(
        bool isCompanyMissing,
        bool isUserMissing,
        string reason
    ) =>
        Assert.Equal(
            reason,
            FlagEvaluator
                .Evaluate(new FlagBuilder().Prepare(), new CheckSubject(null, null, isCompanyMissing, isUserMissing))
                .Reason
        );

    [Fact]
    public void A_rule_that_needs_nobody_decides_also_for_a_company_that_does_not_exist()
    {
        var verdict = FlagEvaluator.Evaluate(
            new FlagBuilder().With(Rule("rule_1", true)).Prepare(),
            new CheckSubject(null, null, IsCompanyMissing: true)
        );

        Assert.Equal("rule_1", verdict.RuleId);
    }

    [Fact]
    public void A_flag_that_does_not_exist_is_off_and_says_so() =>
        Assert.Equal(
            new Verdict
            {
                Value = false,
                Reason = "Flag not found",
                CompanyId = "comp_acme",
            },
            FlagEvaluator.Evaluate(null, Acme)
        );

    [Fact]
    public void A_verdict_brings_the_companys_entitlement_to_the_feature_whichever_rule_decides()
    {
        var entitlement = new EntitlementFacts
        {
            FeatureId = "feat_1",
            FeatureKey = FlagBuilder.Key,
            Kind = EntitlementKind.Numeric,
            Allocation = 10,
            Usage = 3,
        };
        var company = CompanyContext.Prepare(
            new CompanyFacts
            {
                Id = "comp_acme",
                Entitlements = [entitlement with { FeatureKey = "other" }, entitlement],
            }
        );

        Assert.Equal(
            entitlement,
            FlagEvaluator.Evaluate(new FlagBuilder().Prepare(), new CheckSubject(company, null)).Entitlement
        );
        Assert.Null(FlagEvaluator.Evaluate(new FlagBuilder().Prepare(), Acme).Entitlement);
    }

    private static bool Matches(RuleDefinition rule) =>
        FlagEvaluator.Evaluate(new FlagBuilder().With(rule).Prepare(), Acme).RuleId == rule.Id;
}
