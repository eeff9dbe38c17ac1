using Schematic.Contracts.Credits;
using Schematic.Dashboard.Credits;

namespace Schematic.Dashboard.Tests.Credits;

public sealed class PlanGrantWordsTests
{
    [Fact]
    public void A_monthly_grant_says_how_much_when_and_what_rolls_over()
    {
        var grant = CreditSamples.PlanGrant();

        Assert.Equal("1,000 tokens a month", PlanGrantWords.Amount(grant));
        Assert.Equal("At the start of the billing period; 25% of the rest rolls over", PlanGrantWords.Terms(grant));
    }

    [Fact]
    public void A_grant_for_each_license_says_what_the_company_gets_beside() =>
        Assert.Equal(
            "1,000 tokens a month, for each license, and 50 for the company",
            PlanGrantWords.Amount(
                CreditSamples.PlanGrant() with
                {
                    Scaling = PlanCreditGrantScaling.PerLicense,
                    CompanyCreditAmount = 50,
                }
            )
        );

    [Fact]
    public void A_grant_that_is_made_once_says_when_it_expires() =>
        Assert.Equal(
            ("1,000 tokens once", "Expire 90 days after they are granted"),
            (
                PlanGrantWords.Amount(Once),
                PlanGrantWords.Terms(
                    Once with
                    {
                        ExpiryType = BillingCreditExpiryType.Duration,
                        ExpiryUnit = BillingCreditExpiryUnit.Days,
                        ExpiryUnitCount = 90,
                    }
                )
            )
        );

    [Theory]
    [InlineData(BillingPlanCreditGrantResetCadence.Weekly, "Counted from the day the company gets the plan")]
    [InlineData(BillingPlanCreditGrantResetCadence.Yearly, "On the first day of the calendar period")]
    public void Only_months_and_longer_have_a_first_day(BillingPlanCreditGrantResetCadence cadence, string words) =>
        Assert.StartsWith(
            words,
            PlanGrantWords.Terms(
                CreditSamples.PlanGrant() with
                {
                    ResetCadence = cadence,
                    ResetStart = BillingPlanCreditGrantResetStart.FirstOfMonth,
                }
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Top_up_says_by_how_much_and_when() =>
        Assert.EndsWith(
            "tops up by 500 at 10% or less, if the company wants it",
            PlanGrantWords.Terms(
                CreditSamples.PlanGrant() with
                {
                    AutoTopupAvailability = BillingCreditAutoTopupAvailability.UserControlled,
                    AutoTopupAmount = 500,
                    AutoTopupThresholdPercent = 10,
                }
            ),
            StringComparison.Ordinal
        );

    private static Schematic.Contracts.Plans.BillingPlanCreditGrantResponseData Once =>
        CreditSamples.PlanGrant() with
        {
            ResetType = BillingPlanCreditGrantResetType.NoReset,
            RolloverPercentage = 0,
        };
}
