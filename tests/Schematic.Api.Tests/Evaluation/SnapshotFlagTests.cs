using System.Text;
using System.Text.Json;
using Schematic.Api.Evaluation;
using Schematic.Contracts.Wire;
using Schematic.Rules;
using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;

namespace Schematic.Api.Tests.Evaluation;

public sealed class SnapshotFlagTests
{
    private static readonly DateTimeOffset Reset = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly EntitlementFacts Given = new()
    {
        FeatureId = "feat_calls",
        FeatureKey = "calls",
        Kind = EntitlementKind.Numeric,
        EventSubtype = "call",
        MetricPeriod = CounterPeriod.CurrentMonth,
    };

    private static readonly EntitlementFigures Figures = new(100, 7, null, Reset);

    private static readonly Verdict Allowed = new()
    {
        Value = true,
        Reason = "Matched plan entitlement rule \"Pro\" (rule_1)",
        FlagId = "flag_1",
        RuleId = "rule_1",
        RuleTier = RuleTier.PlanEntitlement,
        Entitlement = Given,
    };

    private readonly SnapshotFlag _flag = new(
        1,
        2,
        PreparedFlag.Prepare(new FlagDefinition { Id = "flag_1", Key = "calls" })
    );

    [Theory]
    [InlineData(100L, 7L)]
    [InlineData(100_000L, -3L)]
    [InlineData(long.MaxValue, long.MinValue)]
    [InlineData(null, 7L)]
    [InlineData(100L, null)]
    public void Each_company_is_told_its_own_figures(long? allocation, long? usage)
    {
        AssertTold(Allowed, Figures);

        AssertTold(Allowed, Figures with { Allocation = allocation, Usage = usage });
        AssertTold(Allowed, Figures with { SoftLimit = 50 });
        AssertTold(Allowed, Figures with { ResetAt = null });
        AssertTold(Allowed, Figures);
    }

    [Fact]
    public void Another_rule_is_another_answer()
    {
        AssertTold(Allowed, Figures);

        AssertTold(
            Allowed with
            {
                Value = false,
                RuleId = "rule_2",
                RuleTier = RuleTier.PlanEntitlementUsageExceeded,
            },
            Figures with
            {
                Usage = 100,
            }
        );
    }

    [Fact]
    public void Another_entitlement_is_another_answer()
    {
        AssertTold(Allowed, Figures);

        AssertTold(Allowed with { Entitlement = Given with { EventSubtype = "renamed" } }, Figures);
    }

    [Fact]
    public void An_override_is_told_to_its_company_only()
    {
        var mine = Allowed with { Entitlement = Given with { IsOverride = true }, RuleTier = RuleTier.CompanyOverride };
        AssertTold(mine, Figures);

        AssertTold(mine with { Reason = "renamed" }, Figures);
        AssertTold(mine with { Reason = "renamed again", Entitlement = null }, default);
    }

    [Fact]
    public void Periods_that_pass_leave_right_answers()
    {
        for (var month = 0; month < 40; month++)
            AssertTold(Allowed, Figures with { ResetAt = Reset.AddMonths(month) });

        AssertTold(Allowed, Figures);
    }

    [Fact]
    public void Without_an_entitlement_everybody_for_whom_a_rule_decides_is_told_the_same()
    {
        var standard = Allowed with { Entitlement = null, RuleTier = RuleTier.Standard };

        AssertTold(standard, default);
        AssertTold(standard with { RuleId = null, Reason = "No company or user context" }, default);
    }

    private void AssertTold(in Verdict verdict, in EntitlementFigures figures)
    {
        var text = _flag.TextOf(verdict, figures);
        var output = new byte[text.Length + "null".Length + "null".Length];

        Assert.Equal(0, text.Write(output, "null"u8, "null"u8).Length);

        Assert.Equal(
            JsonSerializer.Serialize(figures.Complete(verdict).ToContract("calls"), WireJson.Strict),
            Encoding.UTF8.GetString(output)
        );
    }
}
