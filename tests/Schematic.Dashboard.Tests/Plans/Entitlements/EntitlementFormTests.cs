using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Dashboard.Plans.Entitlements;

namespace Schematic.Dashboard.Tests.Plans.Entitlements;

public sealed class EntitlementFormTests
{
    [Theory]
    [InlineData("", "ValueNumeric")]
    [InlineData("-5", "ValueNumeric")]
    [InlineData("1.5", "ValueNumeric")]
    [InlineData("lots", "ValueNumeric")]
    [InlineData("99999999999999999999", "ValueNumeric")]
    [InlineData("0", null)]
    public void A_limit_is_a_whole_number(string typed, string? mistake)
    {
        var form = Form(FeatureType.Event);
        form.ValueNumeric = typed;

        Assert.Equal(mistake, Mistakes(form).SingleOrDefault());
    }

    [Theory]
    [InlineData("", "", "SoftLimit")]
    [InlineData("500", "400", "SoftLimit")]
    [InlineData("500", "500", null)]
    [InlineData("500", "0", "ValueNumeric SoftLimit")]
    public void Overage_includes_at_most_the_hard_limit(string included, string limit, string? mistakes)
    {
        var form = Form(FeatureType.Event);
        form.ChoosePriceBehavior(EntitlementPriceBehavior.Overage);
        form.CurrencyPrices[0].Monthly.UnitPrice = "0.01";
        form.SoftLimit = included;
        form.ValueType = limit.Length == 0 ? EntitlementValueType.Unlimited : EntitlementValueType.Numeric;
        form.ValueNumeric = limit;

        Assert.Equal(mistakes ?? "", string.Join(' ', Mistakes(form)));
    }

    [Fact]
    public void Paying_in_advance_takes_the_limit_from_a_trait()
    {
        var form = Form(FeatureType.Event);
        form.ChoosePriceBehavior(EntitlementPriceBehavior.PayInAdvance);
        form.CurrencyPrices[0].Yearly.UnitPrice = "50";

        Assert.Equal(["ValueTraitId"], Mistakes(form));
        form.ValueTraitId = "trdf_seats";
        Assert.Empty(Mistakes(form));
        Assert.Equal(EntitlementValueType.Trait, form.ToCreate("plan_1").ValueType);
    }

    [Fact]
    public void A_price_without_an_amount_is_a_mistake_at_its_place()
    {
        var form = Form(FeatureType.Event);
        form.ChoosePriceBehavior(EntitlementPriceBehavior.PayAsYouGo);

        Assert.Equal(["CurrencyPrices"], Mistakes(form));
        Assert.Equal("currency_prices[0].monthly_unit_price", Assert.Single(form.PriceMistakes).Path);
    }

    [Theory]
    [InlineData(FeatureType.Boolean, EntitlementValueType.Boolean, null)]
    [InlineData(FeatureType.Trait, EntitlementValueType.Numeric, null)]
    [InlineData(FeatureType.License, EntitlementValueType.Trait, EntitlementPriceBehavior.PayInAdvance)]
    public void Another_feature_gets_a_value_that_fits_it(
        FeatureType type,
        EntitlementValueType expected,
        EntitlementPriceBehavior? behavior
    )
    {
        var form = Form(FeatureType.Event);
        form.ChooseFeature("feat_2", type);

        Assert.Equal((expected, behavior), (form.StoredType, form.PriceBehavior));
        Assert.Contains(form.StoredType, EntitlementChoices.ValueTypes(form));
        Assert.Contains(form.PriceBehavior, EntitlementChoices.PriceBehaviors(form));
    }

    [Theory]
    [InlineData(null, null, "all_time")]
    [InlineData(MetricPeriod.CurrentMonth, null, "current_month")]
    [InlineData(MetricPeriod.CurrentMonth, MetricPeriodMonthReset.BillingCycle, "current_month billing_cycle")]
    [InlineData(MetricPeriod.CurrentWeek, MetricPeriodMonthReset.BillingCycle, "current_week")]
    public void A_stored_period_is_one_of_the_choices(MetricPeriod? period, MetricPeriodMonthReset? reset, string value)
    {
        Assert.Equal(value, PeriodChoice.ValueOf(period, reset));
        Assert.NotNull(PeriodChoice.Find(value));
    }

    private static EntitlementForm Form(FeatureType type)
    {
        var form = new EntitlementForm();
        form.ChooseFeature("feat_1", type);
        return form;
    }

    private static List<string> Mistakes(EntitlementForm form) =>
        [.. form.Validate(new ValidationContext(form)).SelectMany(static mistake => mistake.MemberNames)];
}
