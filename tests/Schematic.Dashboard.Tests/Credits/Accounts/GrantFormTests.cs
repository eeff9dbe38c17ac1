using Schematic.Contracts.Credits;
using Schematic.Dashboard.Credits.Accounts;

namespace Schematic.Dashboard.Tests.Credits.Accounts;

public sealed class GrantFormTests
{
    [Fact]
    public void Bundles_are_granted_whole_and_as_a_purchase()
    {
        var body = new GrantForm
        {
            CreditId = "bilcr_1",
            CreditBundleId = "bcbn_1",
            BundleSize = 10_000,
            Quantity = "3",
        }.ToContract("comp_1");

        Assert.Equal((30_000, BillingCreditGrantReason.Purchased), (body.Quantity, body.Reason));
    }

    [Fact]
    public void The_last_day_is_counted_to_its_end() =>
        Assert.Equal(
            new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new GrantForm
            {
                CreditId = "bilcr_1",
                Quantity = "5",
                Expiry = GrantExpiry.Date,
                ExpiresAt = "2026-12-31",
            }
                .ToContract("comp_1")
                .ExpiresAt
        );

    [Theory]
    [InlineData(GrantExpiry.Default, null)]
    [InlineData(GrantExpiry.Never, BillingCreditExpiryType.NoExpiry)]
    [InlineData(GrantExpiry.Duration, BillingCreditExpiryType.Duration)]
    [InlineData(GrantExpiry.EndOfBillingPeriod, BillingCreditExpiryType.EndOfBillingPeriod)]
    public void Expiry_is_sent_as_it_was_chosen(GrantExpiry expiry, BillingCreditExpiryType? sent)
    {
        var body = new GrantForm { Quantity = "5", Expiry = expiry }.ToContract("comp_1");

        Assert.Equal(sent, body.ExpiryType);
        Assert.Equal(expiry == GrantExpiry.Duration ? 30 : null, body.ExpiryUnitCount);
    }

    [Theory]
    [InlineData("", 1L)]
    [InlineData("0", 1L)]
    [InlineData("1.5", 1L)]
    [InlineData("9000000000001", 1L)]
    [InlineData("900000000001", 10L)]
    public void A_quantity_that_nobody_can_hold_is_refused(string quantity, long size)
    {
        var form = new GrantForm
        {
            CreditId = "bilcr_1",
            Quantity = quantity,
            BundleSize = size,
        };

        Assert.Equal(
            [nameof(GrantForm.Quantity)],
            form.Validate(new(form)).SelectMany(static problem => problem.MemberNames)
        );
    }
}
