using Schematic.Contracts.Credits;
using Schematic.Dashboard.Credits;

namespace Schematic.Dashboard.Tests.Credits;

public sealed class CreditWordsTests
{
    [Theory]
    [InlineData(BillingCreditBurnStrategy.PlanFirstThenCreditBundlesFirstInFirstOut, 4, "All others, oldest first")]
    [InlineData(BillingCreditBurnStrategy.LastInFirstOut, 3, "All others: newest first")]
    [InlineData(BillingCreditBurnStrategy.ExpirationPriority, 3, "All others: soonest to expire first")]
    public void The_order_begins_with_adjustments_and_ends_as_the_strategy_says(
        BillingCreditBurnStrategy strategy,
        int steps,
        string last
    )
    {
        var order = CreditWords.Order(strategy);

        Assert.StartsWith("Adjustments", order[0], StringComparison.Ordinal);
        Assert.Equal((steps, last), (order.Count, order[^1]));
    }

    [Theory]
    [InlineData(BillingCreditExpiryType.Duration, BillingCreditExpiryUnit.Days, 1L, "1 day after they are granted")]
    [InlineData(
        BillingCreditExpiryType.Duration,
        BillingCreditExpiryUnit.BillingPeriods,
        2L,
        "2 billing periods after they are granted"
    )]
    [InlineData(BillingCreditExpiryType.NoExpiry, null, null, "Never")]
    [InlineData(BillingCreditExpiryType.EndOfNextBillingPeriod, null, null, "At the end of the next billing period")]
    public void Expiry_is_said_in_words(
        BillingCreditExpiryType type,
        BillingCreditExpiryUnit? unit,
        long? count,
        string words
    ) => Assert.Equal(words, CreditWords.Expiry(type, unit, count));

    [Fact]
    public void Parts_of_a_cent_are_said() =>
        Assert.Equal("€0.018", CreditWords.Price(CreditSamples.Price("eur", 1.8m)));
}
