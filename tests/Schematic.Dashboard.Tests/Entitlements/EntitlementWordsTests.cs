using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Dashboard.Entitlements;

namespace Schematic.Dashboard.Tests.Entitlements;

public sealed class EntitlementWordsTests
{
    private static readonly EntitlementValue Calls = new()
    {
        Type = EntitlementValueType.Numeric,
        Units = new("API call", "API calls"),
        Limit = 1_000,
        Period = MetricPeriod.CurrentMonth,
    };

    private static readonly EntitlementValue Seats = new()
    {
        Type = EntitlementValueType.Trait,
        Units = new("seat", "seats"),
        Trait = "limits.seats",
    };

    [Theory]
    [InlineData(MetricPeriod.CurrentDay, "1,000 API calls a day", "1,000 a day")]
    [InlineData(MetricPeriod.CurrentWeek, "1,000 API calls a week", "1,000 a week")]
    [InlineData(MetricPeriod.CurrentMonth, "1,000 API calls a month", "1,000 a month")]
    [InlineData(MetricPeriod.AllTime, "1,000 API calls in total", "1,000 in total")]
    [InlineData(null, "1,000 API calls", "1,000")]
    public void A_limit_names_units_and_period(MetricPeriod? period, string full, string brief)
    {
        var value = Calls with { Period = period };

        Assert.Equal(full, EntitlementWords.Value(value));
        Assert.Equal(brief, EntitlementWords.Short(value));
    }

    [Fact]
    public void A_month_that_follows_the_subscription_is_a_billing_month()
    {
        var value = Calls with { MonthReset = MetricPeriodMonthReset.BillingCycle };

        Assert.Equal("1,000 API calls a billing month", EntitlementWords.Value(value));
    }

    [Theory]
    [InlineData(0, "0 API calls a month")]
    [InlineData(1, "1 API call a month")]
    [InlineData(9_007_199_254_740_993, "9,007,199,254,740,993 API calls a month")]
    public void A_number_is_exact_and_agrees_with_its_noun(long limit, string expected) =>
        Assert.Equal(expected, EntitlementWords.Value(Calls with { Limit = limit }));

    [Theory]
    [InlineData(true, "On", "get SSO", "gets SSO")]
    [InlineData(false, "Off", "do not get SSO", "does not get SSO")]
    public void A_boolean_is_on_or_off(bool isOn, string value, string many, string one)
    {
        var sso = new EntitlementValue
        {
            Type = EntitlementValueType.Boolean,
            Units = new("SSO", "SSO"),
            IsOn = isOn,
        };

        Assert.Equal(value, EntitlementWords.Value(sso));
        Assert.Equal(many, EntitlementWords.Predicate(sso, "SSO", isOne: false));
        Assert.Equal(one, EntitlementWords.Predicate(sso, "SSO", isOne: true));
    }

    [Theory]
    [InlineData(null, EntitlementValueType.Unlimited, "Unlimited API calls")]
    [InlineData(
        EntitlementPriceBehavior.PayAsYouGo,
        EntitlementValueType.Unlimited,
        "Unlimited API calls, each paid for"
    )]
    [InlineData(
        EntitlementPriceBehavior.PayAsYouGo,
        EntitlementValueType.Numeric,
        "Up to 1,000 API calls a month, each paid for"
    )]
    [InlineData(
        EntitlementPriceBehavior.Overage,
        EntitlementValueType.Unlimited,
        "500 API calls a month, then overage"
    )]
    [InlineData(
        EntitlementPriceBehavior.Overage,
        EntitlementValueType.Numeric,
        "500 API calls a month, then overage up to 1,000"
    )]
    [InlineData(EntitlementPriceBehavior.Tier, EntitlementValueType.Unlimited, "Unlimited API calls, paid for by tier")]
    [InlineData(
        EntitlementPriceBehavior.Tier,
        EntitlementValueType.Numeric,
        "Up to 1,000 API calls a month, paid for by tier"
    )]
    public void A_price_says_what_is_included(
        EntitlementPriceBehavior? behavior,
        EntitlementValueType type,
        string expected
    ) =>
        Assert.Equal(
            expected,
            EntitlementWords.Value(
                Calls with
                {
                    Type = type,
                    PriceBehavior = behavior,
                    SoftLimit = behavior == EntitlementPriceBehavior.Overage ? 500 : null,
                }
            )
        );

    [Theory]
    [InlineData(null, null, "As many seats as the trait limits.seats says")]
    [InlineData(40L, null, "40 seats from trait limits.seats")]
    [InlineData(null, EntitlementPriceBehavior.PayInAdvance, "As many seats as paid for in advance")]
    [InlineData(40L, EntitlementPriceBehavior.PayInAdvance, "40 seats paid in advance")]
    public void A_trait_gives_the_limit(long? limit, EntitlementPriceBehavior? behavior, string expected) =>
        Assert.Equal(expected, EntitlementWords.Value(Seats with { Limit = limit, PriceBehavior = behavior }));

    [Theory]
    [InlineData(null, "1 AI credit for each API call")]
    [InlineData(1.0, "1 AI credit for each API call")]
    [InlineData(0.000001, "0.000001 AI credits for each API call")]
    [InlineData(1250.5, "1,250.5 AI credits for each API call")]
    public void Credits_say_what_one_unit_costs(double? rate, string expected) =>
        Assert.Equal(
            expected,
            EntitlementWords.Value(
                Calls with
                {
                    Type = EntitlementValueType.Credit,
                    ConsumptionRate = rate,
                    Credit = new("AI credit", "AI credits"),
                }
            )
        );

    [Fact]
    public void A_predicate_begins_with_a_small_letter_but_keeps_names_as_they_are()
    {
        var unlimited = Calls with { Type = EntitlementValueType.Unlimited };

        Assert.Equal("get 1,000 API calls a month", EntitlementWords.Predicate(Calls, "API", isOne: false));
        Assert.Equal("gets unlimited API calls", EntitlementWords.Predicate(unlimited, "API", isOne: true));
        Assert.Equal(
            "pays 2 credits for each API call",
            EntitlementWords.Predicate(
                Calls with
                {
                    Type = EntitlementValueType.Credit,
                    ConsumptionRate = 2,
                },
                "API",
                isOne: true
            )
        );
    }

    [Fact]
    public void What_a_newer_server_sends_is_admitted()
    {
        var unknown = Calls with { Type = EntitlementValueType.Unknown };

        Assert.Contains("does not know", EntitlementWords.Value(unknown), StringComparison.Ordinal);
        Assert.Contains("API", EntitlementWords.Predicate(unknown, "API", isOne: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_choice_has_a_title_of_its_own()
    {
        var types = Enum.GetValues<EntitlementValueType>().Select(EntitlementWords.ValueType);
        var behaviors = Enum.GetValues<EntitlementPriceBehavior>()
            .Select(static behavior => EntitlementWords.PriceBehavior(behavior))
            .Append(EntitlementWords.PriceBehavior(null));
        var periods = Enum.GetValues<MetricPeriod>()
            .Select(static period => EntitlementWords.PeriodTitle(period))
            .Append(EntitlementWords.PeriodTitle(MetricPeriod.CurrentMonth, MetricPeriodMonthReset.BillingCycle));

        Assert.All([types, behaviors, periods], static titles => Assert.Distinct(titles));
    }
}
