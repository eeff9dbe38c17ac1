using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;
using Schematic.Testing.Rules;
using static Schematic.Testing.Rules.FlagBuilder;

namespace Schematic.Rules.Tests;

public sealed class ReasonsTests
{
    private static readonly CompanyContext Acme = CompanyContext.Prepare(new CompanyFacts { Id = "comp_acme" });
    private static readonly UserContext Ada = UserContext.Prepare(new UserFacts { Id = "user_ada" });

    [Theory]
    [InlineData(RuleTier.GlobalOverride, "global override")]
    [InlineData(RuleTier.CompanyOverride, "company override")]
    [InlineData(RuleTier.PlanEntitlement, "plan entitlement")]
    [InlineData(RuleTier.CompanyOverrideUsageExceeded, "company override usage exceeded")]
    [InlineData(RuleTier.PlanEntitlementUsageExceeded, "plan entitlement usage exceeded")]
    [InlineData(RuleTier.Standard, "standard")]
    [InlineData(RuleTier.Default, "default")]
    public void A_match_names_the_tier_the_rule_and_its_id(RuleTier tier, string name)
    {
        var flag = new FlagBuilder().With(Rule("rule_1", true) with { Tier = tier, Name = "Beta" }).Prepare();

        Assert.Equal($"Matched {name} rule \"Beta\" (rule_1)", FlagEvaluator.Evaluate(flag, new(Acme, null)).Reason);
    }

    [Fact]
    public void Without_a_match_the_reason_says_what_was_missing()
    {
        Assert.Equal("Flag not found", Reason(null, default));
        Assert.Equal("No company or user context; default value for flag", Reason(Empty(), default));
        Assert.Equal("No rules matched; default value for flag", Reason(Empty(), new(Acme, null)));
        Assert.Equal("No rules matched; default value for flag", Reason(Empty(), new(null, Ada)));
        Assert.Equal("Company not found", Reason(Empty(), new(null, Ada, IsCompanyMissing: true)));
        Assert.Equal("User not found", Reason(Empty(), new(Acme, null, IsUserMissing: true)));
        Assert.Equal(
            "Company not found",
            Reason(Empty(), new(null, null, IsCompanyMissing: true, IsUserMissing: true))
        );
    }

    private static PreparedFlag Empty() => new FlagBuilder().Prepare();

    private static string Reason(PreparedFlag? flag, CheckSubject subject) =>
        FlagEvaluator.Evaluate(flag, subject).Reason;
}
