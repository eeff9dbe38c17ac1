using System.Text.Json;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Plans.Entitlements;
using Schematic.Dashboard.Tests.Plans.Pricing;

namespace Schematic.Dashboard.Tests.Plans.Entitlements;

public sealed class EntitlementFormMappingTests
{
    [Fact]
    public void A_limit_is_sent_with_its_period()
    {
        var form = Form(FeatureType.Event);
        form.ValueNumeric = "1,000";
        form.MetricPeriod = "current_month billing_cycle";
        form.WarningTiers = "800";

        Assert.Equal(
            "{'feature_id':'feat_1','metric_period':'current_month','metric_period_month_reset':'billing_cycle',"
                + "'plan_id':'plan_1','value_numeric':1000,'value_type':'numeric',"
                + "'warning_tiers':[{'key':'default','value':800}]}",
            Json(form.ToCreate("plan_1"))
        );
    }

    [Fact]
    public void A_boolean_says_on_or_off_and_nothing_else()
    {
        var form = Form(FeatureType.Boolean);

        Assert.Equal(
            "{'feature_id':'feat_1','plan_id':'plan_1','value_bool':true,'value_type':'boolean'}",
            Json(form.ToCreate("plan_1"))
        );
    }

    [Fact]
    public void A_trait_feature_has_no_period()
    {
        var form = Form(FeatureType.Trait);
        form.ValueType = EntitlementValueType.Trait;
        form.ValueTraitId = "trdf_seats";

        Assert.Equal(
            "{'feature_id':'feat_1','plan_id':'plan_1','value_trait_id':'trdf_seats','value_type':'trait'}",
            Json(form.ToCreate("plan_1"))
        );
    }

    [Fact]
    public void What_was_cleared_is_sent_as_cleared()
    {
        var form = EntitlementFormMapping.FromContract(
            PriceDraftsTests.Sold(EntitlementPriceBehavior.PayAsYouGo, PriceDraftsTests.View(1, "1")) with
            {
                MetricPeriod = MetricPeriod.CurrentDay,
                WarningTiers =
                [
                    new()
                    {
                        Id = "wtir_1",
                        Key = "mine",
                        Value = 5,
                    },
                ],
            }
        );
        form.ChoosePriceBehavior(null);
        form.WarningTiers = "";

        Assert.Equal(
            "{'currency_prices':[],'metric_period':'current_day','metric_period_month_reset':null,"
                + "'price_behavior':null,'soft_limit':null,'tier_mode':null,'value_bool':null,'value_numeric':null,"
                + "'value_trait_id':null,'value_type':'unlimited','warning_tiers':[]}",
            Json(form.ToUpdate())
        );
    }

    [Fact]
    public void What_was_opened_and_saved_untouched_stays_as_it_was()
    {
        var stored = PriceDraftsTests.Sold(
            EntitlementPriceBehavior.Tier,
            PriceDraftsTests.View(
                0,
                "0",
                new() { PerUnitPrice = 5, UpTo = 100 },
                new() { PerUnitPriceDecimal = "0.5" }
            ) with
            {
                TiersMode = BillingTiersMode.Volume,
            }
        ) with
        {
            ValueType = EntitlementValueType.Numeric,
            ValueNumeric = 9_007_199_254_740_993,
            MetricPeriod = MetricPeriod.AllTime,
            WarningTiers =
            [
                new()
                {
                    Id = "wtir_1",
                    Key = "mine",
                    Value = 5,
                },
            ],
        };

        Assert.Equal(
            "{'currency_prices':[{'currency':'usd','monthly_price_tiers':[{'per_unit_price':5,'up_to':100},"
                + "{'per_unit_price_decimal':'0.5'}]}],'metric_period':'all_time','metric_period_month_reset':null,"
                + "'price_behavior':'tier','soft_limit':null,'tier_mode':'volume','value_bool':null,"
                + "'value_numeric':9007199254740993,'value_trait_id':null,'value_type':'numeric',"
                + "'warning_tiers':[{'key':'mine','value':5}]}",
            Json(EntitlementFormMapping.FromContract(stored).ToUpdate())
        );
    }

    private static EntitlementForm Form(FeatureType type)
    {
        var form = new EntitlementForm();
        form.ChooseFeature("feat_1", type);
        return form;
    }

    // With other quotation marks, which need no escaping here.
    private static string Json<T>(T body) => JsonSerializer.Serialize(body, WireJson.Tolerant).Replace('"', '\'');
}
