using Schematic.Api.Credits.Ledger;
using Schematic.Contracts.Credits;
using static Schematic.Api.Tests.Credits.Ledger.LedgerSums;

namespace Schematic.Api.Tests.Credits.Ledger;

public sealed class BurnOrderTests
{
    // In the order of their ages: free, plan, rollover, adjustment, bundle, top-up, plan.
    [Theory]
    [InlineData(BillingCreditBurnStrategy.PlanFirstThenCreditBundlesFirstInFirstOut, "4 3 2 7 1 5 6")]
    [InlineData(BillingCreditBurnStrategy.FirstInFirstOut, "4 3 1 2 5 6 7")]
    [InlineData(BillingCreditBurnStrategy.LastInFirstOut, "4 3 7 6 5 2 1")]
    [InlineData(BillingCreditBurnStrategy.ExpirationPriority, "4 3 6 5 1 2 7")]
    public void Adjustments_and_rollovers_lead_and_the_strategy_orders_the_rest(
        BillingCreditBurnStrategy strategy,
        string expected
    )
    {
        var account = Account(strategy);
        account.Give(1, BillingCreditGrantReason.Free, Noon);
        account.Give(1, BillingCreditGrantReason.Plan, Noon.AddHours(1));
        account.Give(1, BillingCreditGrantReason.Rollover, Noon.AddHours(2));
        account.Give(1, BillingCreditGrantReason.Adjustment, Noon.AddHours(3));
        account.Give(1, BillingCreditGrantReason.Purchased, Noon.AddHours(4), Noon.AddDays(9));
        account.Give(1, BillingCreditGrantReason.BillingCreditAutoTopup, Noon.AddHours(5), Noon.AddDays(3));
        account.Give(1, BillingCreditGrantReason.Plan, Noon.AddHours(6));

        Assert.Equal(expected, string.Join(' ', Order(account, strategy)));
    }

    [Fact]
    public void Of_two_of_the_same_age_the_first_is_first()
    {
        var account = Account();
        account.Give(1);
        account.Give(1);

        Assert.Equal([1, 2], Order(account, BillingCreditBurnStrategy.FirstInFirstOut));
        Assert.Equal([2, 1], Order(account, BillingCreditBurnStrategy.LastInFirstOut));
    }

    private static IEnumerable<long> Order(CreditAccount account, BillingCreditBurnStrategy strategy) =>
        account.Grants.Order(new BurnOrder(strategy)).Select(static grant => grant.Number);
}
