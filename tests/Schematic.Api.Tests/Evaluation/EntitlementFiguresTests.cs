using Schematic.Api.Evaluation;
using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;

namespace Schematic.Api.Tests.Evaluation;

public sealed class EntitlementFiguresTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly EntitlementFacts Calls = new()
    {
        FeatureId = "feat_calls",
        FeatureKey = "calls",
        Kind = EntitlementKind.Numeric,
        Allocation = 100,
        EventSubtype = "call",
        MetricPeriod = CounterPeriod.CurrentMonth,
    };

    private static readonly CompanyContext Company = CompanyContext.Prepare(
        new CompanyFacts
        {
            Id = "comp_1",
            Traits = [new TraitFact("trait_seats", ComparableKind.Int, "10.5")],
            Metrics =
            [
                new MetricFact("call", CounterPeriod.CurrentMonth, MonthReset.FirstOfMonth, 42),
                new MetricFact("call", CounterPeriod.AllTime, MonthReset.FirstOfMonth, 900),
            ],
        }
    );

    [Fact]
    public void Usage_is_the_counter_of_the_period_that_ends_next() =>
        Assert.Equal(
            new EntitlementFigures(100, 42, null, new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero)),
            EntitlementFigures.Of(Calls, Company, Now)
        );

    [Fact]
    public void Without_a_period_everything_counts_and_nothing_resets() =>
        Assert.Equal(
            new EntitlementFigures(100, 900, null, null),
            EntitlementFigures.Of(Calls with { MetricPeriod = null }, Company, Now)
        );

    [Fact]
    public void Limit_and_usage_follow_the_traits_that_hold_them() =>
        Assert.Equal(
            new EntitlementFigures(11, 10, null, null),
            EntitlementFigures.Of(
                Calls with
                {
                    Kind = EntitlementKind.Trait,
                    Allocation = null,
                    EventSubtype = null,
                    LimitTraitId = "trait_seats",
                    UsageTraitId = "trait_seats",
                },
                Company,
                Now
            )
        );

    [Theory]
    [InlineData(42, 42L)]
    [InlineData(41, 50L)]
    [InlineData(7, null)]
    public void The_soft_limit_is_the_end_of_the_tier_that_usage_is_in(long first, long? limit) =>
        Assert.Equal(
            limit,
            EntitlementFigures
                .Of(Calls with { TierLimits = first < 10 ? [first] : [first, 50] }, Company, Now)
                .SoftLimit
        );

    [Fact]
    public void A_boolean_feature_is_not_measured() =>
        Assert.Equal(
            default,
            EntitlementFigures.Of(
                new EntitlementFacts
                {
                    FeatureId = "feat_sso",
                    FeatureKey = "sso",
                    Kind = EntitlementKind.Boolean,
                },
                Company,
                Now
            )
        );

    [Fact]
    public void Nothing_given_has_no_figures() => Assert.Equal(default, EntitlementFigures.Of(null, Company, Now));
}
