using Schematic.Api.Credits.Ledger;
using Schematic.Api.Plans;
using Schematic.Contracts.Credits;
using Schematic.Rules.Facts;

namespace Schematic.Api.Credits.PlanGrants;

/// <summary>Renewals that a plan's grant makes for one company.</summary>
internal static class PlanGrantRenewals
{
    /// <param name="licenses">Number of licenses that the company has; not used unless the grant scales.</param>
    public static RenewalTerms RenewalFor(this PlanCreditGrantRow row, long licenses)
    {
        var terms = row.ToTerms();
        var amount = AmountOf(terms, licenses);
        return new RenewalTerms(
            amount,
            terms.ResetCadence,
            terms.ResetStart == BillingPlanCreditGrantResetStart.BillingPeriod,
            BillingCreditGrantReason.Plan
        )
        {
            Resets = terms.ResetType == BillingPlanCreditGrantResetType.PlanPeriod,
            RolloverPercentage = terms.RolloverPercentage,
            Lifetime = Lifetime(terms.ExpiryType, terms.ExpiryUnit, terms.ExpiryUnitCount),
            Origin = new GrantOrigin(row.PlanSeq, row.Seq, ScalesPerLicense: terms.ScalesPerLicense),
            Licenses = terms.ScalesPerLicense ? licenses : null,
            Topup = TopupOf(terms, amount),
        };
    }

    private static long AmountOf(PlanCreditGrantTerms terms, long licenses)
    {
        var credits = (Int128)terms.CreditAmount * (terms.ScalesPerLicense ? licenses : 1) + terms.CompanyCreditAmount;
        return credits > MicroCredits.MaxCredits ? MicroCredits.Max : (long)credits * MicroCredits.One;
    }

    // Where companies decide, none has switched it on: there is no operation for that.
    private static AutoTopup? TopupOf(PlanCreditGrantTerms terms, long amount)
    {
        if (
            terms.AutoTopupAvailability != BillingCreditAutoTopupAvailability.Automatic
            || terms.AutoTopupAmount is not { } credits
        )
            return null;
        var threshold = terms.AutoTopupThresholdPercent is { } percent
            ? MicroCredits.Percent(amount, percent)
            : (terms.AutoTopupThresholdCredits ?? 0) * MicroCredits.One;
        return new AutoTopup(
            threshold,
            credits * MicroCredits.One,
            Lifetime(terms.AutoTopupExpiryType, terms.AutoTopupExpiryUnit, terms.AutoTopupExpiryUnitCount)
        );
    }

    private static CreditLifetime Lifetime(BillingCreditExpiryType? type, BillingCreditExpiryUnit? unit, long? count) =>
        type is { } given
            ? new CreditLifetime(given, unit ?? BillingCreditExpiryUnit.Days, count)
            : CreditLifetime.Endless;
}
