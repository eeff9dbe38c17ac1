using Schematic.Api.Entitlements.Terms;
using Schematic.Api.Http;
using Schematic.Contracts.Entitlements;
using Schematic.Rules.Facts;

namespace Schematic.Api.Tests.Entitlements.Terms;

public sealed class ValueMembersTests
{
    private static readonly EntitlementValues Everything = new()
    {
        ValueType = EntitlementValueType.Unlimited,
        ValueBool = false,
        ValueNumeric = 0,
        ValueTraitId = "trdf_1",
        ValueCreditId = "bcrd_1",
        CreditConsumptionRate = 2.5,
        UsageQuantity = 7,
    };

    private static readonly EntitlementValues Nothing = Everything with
    {
        ValueBool = null,
        ValueNumeric = null,
        ValueTraitId = null,
        ValueCreditId = null,
        CreditConsumptionRate = null,
    };

    [Fact]
    public void Members_of_another_value_type_are_dropped()
    {
        Assert.Equal(Nothing, ValueMembers.Check(Everything));
        AssertKept(EntitlementValueType.Boolean, Nothing with { ValueBool = false });
        AssertKept(EntitlementValueType.Numeric, Nothing with { ValueNumeric = 0 });
        AssertKept(EntitlementValueType.Trait, Nothing with { ValueTraitId = "trdf_1" });
        AssertKept(EntitlementValueType.Credit, Nothing with { ValueCreditId = "bcrd_1", CreditConsumptionRate = 2.5 });

        static void AssertKept(EntitlementValueType type, EntitlementValues kept) =>
            Assert.Equal(kept with { ValueType = type }, ValueMembers.Check(Everything with { ValueType = type }));
    }

    [Theory]
    [InlineData(EntitlementValueType.Boolean, "value_bool")]
    [InlineData(EntitlementValueType.Numeric, "value_numeric")]
    [InlineData(EntitlementValueType.Trait, "value_trait_id")]
    [InlineData(EntitlementValueType.Credit, "value_credit_id")]
    public void The_member_of_the_value_type_is_required(EntitlementValueType type, string field)
    {
        var empty = Nothing with { ValueTraitId = "", ValueCreditId = "" };

        Assert.Equal(field, Refusal(Nothing with { ValueType = type }).Field);
        Assert.Equal(field, Refusal(empty with { ValueType = type }).Field);
    }

    [Theory]
    [InlineData(null, 1_000_000L)]
    [InlineData(5d, 5_000_000L)]
    [InlineData(0.1, 100_000L)]
    [InlineData(0.000001, 1L)]
    [InlineData(0.30000000000000004, 300_000L)]
    [InlineData(9_000_000_000_000d, 9_000_000_000_000_000_000L)]
    public void A_unit_costs_one_credit_or_what_is_said(double? rate, long microCredits) =>
        Assert.Equal(
            microCredits,
            MicroCredits.CostFromWire(ValueMembers.Check(Credit(rate)).CreditConsumptionRate!.Value)
        );

    [Theory]
    [InlineData(0d)]
    [InlineData(-1d)]
    [InlineData(0.0000001)]
    [InlineData(0.0000005)]
    [InlineData(0.0000009)]
    [InlineData(1e-300)]
    [InlineData(1e13)]
    [InlineData(double.MaxValue)]
    public void A_rate_that_is_no_amount_of_credits_is_refused(double rate) =>
        Assert.Equal("credit_consumption_rate", Refusal(Credit(rate)).Field);

    private static EntitlementValues Credit(double? rate) =>
        Everything with
        {
            ValueType = EntitlementValueType.Credit,
            CreditConsumptionRate = rate,
        };

    private static ApiException Refusal(EntitlementValues values) =>
        Assert.Throws<ApiException>(() => ValueMembers.Check(values));
}
