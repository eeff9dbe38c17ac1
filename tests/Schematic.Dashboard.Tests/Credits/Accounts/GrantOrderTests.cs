using Schematic.Contracts.Credits;
using Schematic.Dashboard.Credits.Accounts;

namespace Schematic.Dashboard.Tests.Credits.Accounts;

public sealed class GrantOrderTests
{
    private static readonly BillingCreditGrantResponseData[] Grants =
    [
        Grant("gift", BillingCreditGrantReason.Free, begun: 1, ends: null),
        Grant("plan", BillingCreditGrantReason.Plan, begun: 3, ends: 40),
        Grant("bought", BillingCreditGrantReason.Purchased, begun: 2, ends: 30),
        Grant("rolled", BillingCreditGrantReason.Rollover, begun: 4, ends: 20),
        Grant("refund", BillingCreditGrantReason.Adjustment, begun: 5, ends: 90),
    ];

    [Theory]
    [InlineData(BillingCreditBurnStrategy.PlanFirstThenCreditBundlesFirstInFirstOut, "refund rolled plan gift bought")]
    [InlineData(BillingCreditBurnStrategy.FirstInFirstOut, "refund rolled gift bought plan")]
    [InlineData(BillingCreditBurnStrategy.LastInFirstOut, "refund rolled plan bought gift")]
    [InlineData(BillingCreditBurnStrategy.ExpirationPriority, "refund rolled bought plan gift")]
    public void Grants_stand_in_the_order_in_which_the_API_spends_them(
        BillingCreditBurnStrategy strategy,
        string order
    ) => Assert.Equal(order, string.Join(' ', Grants.Order(new GrantOrder(strategy)).Select(static grant => grant.Id)));

    private static BillingCreditGrantResponseData Grant(
        string id,
        BillingCreditGrantReason reason,
        int begun,
        int? ends
    ) =>
        CreditSamples.Grant(id) with
        {
            GrantReason = reason,
            ValidFrom = CreditSamples.Long.AddDays(begun),
            ExpiresAt = ends is { } days ? CreditSamples.Long.AddDays(days) : null,
        };
}
