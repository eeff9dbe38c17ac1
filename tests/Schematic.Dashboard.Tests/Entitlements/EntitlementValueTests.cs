using Schematic.Contracts.Entities;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Dashboard.Entitlements;
using Schematic.Dashboard.Tests.Companies;

namespace Schematic.Dashboard.Tests.Entitlements;

public sealed class EntitlementValueTests
{
    [Fact]
    public void An_entitlement_of_a_plan_is_read_whole()
    {
        var value = EntitlementValue.From(
            EntitlementSamples.Entitlement(type: EntitlementValueType.Numeric) with
            {
                ValueNumeric = 5_000,
                SoftLimit = 500,
                PriceBehavior = EntitlementPriceBehavior.Overage,
                MetricPeriod = MetricPeriod.CurrentMonth,
                MetricPeriodMonthReset = MetricPeriodMonthReset.BillingCycle,
            }
        );

        Assert.Equal("500 API calls a billing month, then overage up to 5,000", EntitlementWords.Value(value));
    }

    [Fact]
    public void A_trait_is_called_by_its_path_and_a_credit_by_its_nouns()
    {
        var trait = EntitlementSamples.Override(type: EntitlementValueType.Trait) with
        {
            ValueTrait = CompanySamples.Definition(TraitType.Number, "limits", "calls"),
        };
        var credit = EntitlementSamples.Entitlement(type: EntitlementValueType.Credit) with
        {
            ValueCredit = EntitlementSamples.Credit(),
            ConsumptionRate = 5,
        };

        Assert.Equal("limits.calls", EntitlementValue.From(trait).Trait);
        Assert.Equal("5 AI credits for each API call", EntitlementWords.Value(EntitlementValue.From(credit)));
    }

    [Fact]
    public void What_a_company_may_use_has_the_number_that_its_trait_holds()
    {
        var usage = Usage(EntitlementValueType.Trait) with
        {
            Allocation = 40,
            PlanEntitlement = EntitlementSamples.Entitlement(type: EntitlementValueType.Trait) with
            {
                ValueTrait = CompanySamples.Definition(TraitType.Number, "calls"),
            },
        };

        Assert.Equal("40 API calls from trait calls", EntitlementWords.Value(EntitlementValue.From(usage)));
    }

    [Fact]
    public void An_override_is_what_a_company_gets_where_it_has_one()
    {
        var usage = Usage(EntitlementValueType.Boolean) with
        {
            Access = true,
            PlanEntitlement = EntitlementSamples.Entitlement(type: EntitlementValueType.Boolean) with
            {
                ValueBool = true,
            },
            CompanyOverride = EntitlementSamples.Override(type: EntitlementValueType.Boolean) with
            {
                ValueBool = false,
            },
        };

        Assert.Equal("Off", EntitlementWords.Value(EntitlementValue.From(usage)));
    }

    [Fact]
    public void Without_its_source_the_usage_alone_says_what_a_company_gets()
    {
        var usage = Usage(EntitlementValueType.Numeric) with { Allocation = 10, Period = MetricPeriod.CurrentDay };

        Assert.Equal("10 units a day", EntitlementWords.Value(EntitlementValue.From(usage)));
    }

    [Theory]
    [InlineData("seat", "seats", "1 seat", "2 seats")]
    [InlineData(null, "seats", "1 seats", "2 seats")]
    [InlineData(" ", null, "1 Team size", "2 Team size")]
    public void Units_are_called_by_their_names_or_by_that_of_the_feature(
        string? singular,
        string? plural,
        string one,
        string two
    )
    {
        var units = FeatureUnits.From(
            EntitlementSamples.Feature(name: "Team size", type: FeatureType.Trait) with
            {
                SingularName = singular,
                PluralName = plural,
            }
        );

        Assert.Equal((one, two), ($"1 {units.For(1)}", $"2 {units.For(2)}"));
    }

    private static FeatureUsageResponseData Usage(EntitlementValueType type) =>
        new()
        {
            Access = true,
            AllocationType = type,
            EntitlementId = "pltl_1",
            EntitlementType = EntitlementType.PlanEntitlement,
        };
}
