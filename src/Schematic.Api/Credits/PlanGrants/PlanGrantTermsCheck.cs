using Schematic.Api.Credits.Ledger;
using Schematic.Api.Http;
using Schematic.Api.Plans;
using Schematic.Contracts.Credits;

namespace Schematic.Api.Credits.PlanGrants;

/// <summary>Members of terms that must fit each other. Source: domain, resets; domain-events, section D.</summary>
internal static class PlanGrantTermsCheck
{
    /// <returns>The terms with the defaults of what they leave out.</returns>
    /// <exception cref="ApiException">400 that names the member and what to give instead.</exception>
    public static PlanCreditGrantTerms Check(PlanCreditGrantTerms terms, CreditTypeRow credit)
    {
        CheckScaling(terms);
        CheckThreshold(terms);
        if (terms.AutoTopupAvailability != BillingCreditAutoTopupAvailability.Off)
            RequirePrice(credit);
        return WithTopupLifetime(
            terms.ResetType == BillingPlanCreditGrantResetType.NoReset ? CheckOnce(terms) : CheckRecurring(terms)
        );
    }

    private static void CheckScaling(PlanCreditGrantTerms terms)
    {
        if (terms.ScalesPerLicense)
        {
            if (terms.LicenseId is null)
                throw ApiProblem.BadRequest(
                    "license_id is missing: say which license the credits are multiplied by.",
                    "license_id"
                );
            return;
        }

        if (terms.LicenseId is not null)
            throw ApiProblem.BadRequest(
                "license_id is for credits per license only. Leave it out, or set scaling to per_license.",
                "license_id"
            );
        if (terms.CompanyCreditAmount != 0)
            throw ApiProblem.BadRequest(
                "company_credit_amount is for credits per license only. Put the credits into credit_amount, or set "
                    + "scaling to per_license.",
                "company_credit_amount"
            );
    }

    private static PlanCreditGrantTerms CheckRecurring(PlanCreditGrantTerms terms)
    {
        if (terms.ExpiryType is not null || terms.ExpiryUnit is not null || terms.ExpiryUnitCount is not null)
            throw ApiProblem.BadRequest(
                "expiry_type is for credits that are granted once only: those of a period end with it. Leave the "
                    + "expiry out, or set reset_type to no_reset.",
                "expiry_type"
            );
        if (terms.RolloverPercentage > 0 && !ResetCalendar.RollsOver(terms.ResetCadence!.Value))
            throw ApiProblem.BadRequest(
                "rollover_percentage must be 0 for credits by the day or week: these do not roll over. Choose "
                    + "monthly or a longer reset_cadence.",
                "rollover_percentage"
            );
        return terms;
    }

    private static PlanCreditGrantTerms CheckOnce(PlanCreditGrantTerms terms)
    {
        if (terms.RolloverPercentage > 0)
            throw ApiProblem.BadRequest(
                "rollover_percentage must be 0 for credits that are granted once: nothing is reset. Set reset_type to "
                    + "plan_period.",
                "rollover_percentage"
            );
        var lifetime =
            CreditExpiryInput.Check(terms.ExpiryType, terms.ExpiryUnit, terms.ExpiryUnitCount)
            ?? CreditLifetime.Endless;
        return terms with
        {
            ResetCadence = null,
            ResetStart = null,
            ExpiryType = lifetime.Type,
            ExpiryUnit = lifetime.Count is null ? null : lifetime.Unit,
            ExpiryUnitCount = lifetime.Count,
        };
    }

    private static void CheckThreshold(PlanCreditGrantTerms terms)
    {
        var hasThreshold = terms.AutoTopupThresholdCredits is not null || terms.AutoTopupThresholdPercent is not null;
        if (terms is { AutoTopupThresholdCredits: not null, AutoTopupThresholdPercent: not null })
            throw ApiProblem.BadRequest(
                "auto_topup_threshold_credits and auto_topup_threshold_percent exclude each other. Give one of them.",
                "auto_topup_threshold_percent"
            );
        var isOn = terms.AutoTopupAvailability != BillingCreditAutoTopupAvailability.Off;
        if (terms.AutoTopupAmount is null && (isOn || hasThreshold))
            throw ApiProblem.BadRequest(
                "auto_topup_amount is missing: say how many credits an automatic top-up buys.",
                "auto_topup_amount"
            );
        if (!hasThreshold && (isOn || terms.AutoTopupAmount is not null))
            throw ApiProblem.BadRequest(
                "auto_topup_threshold_credits is missing: say at which balance credits are topped up.",
                "auto_topup_threshold_credits"
            );
        CheckSize(terms.AutoTopupAmount, "auto_topup_amount");
        CheckSize(terms.AutoTopupThresholdCredits, "auto_topup_threshold_credits");
    }

    private static void CheckSize(long? credits, string field)
    {
        if (credits > Rules.Facts.MicroCredits.MaxCredits)
            throw ApiProblem.BadRequest($"{field} must be at most {Rules.Facts.MicroCredits.MaxCredits}.", field);
    }

    private static void RequirePrice(CreditTypeRow credit)
    {
        if (CreditPrices.Read(credit.Prices).Amounts.Count == 0)
            throw ApiProblem.BadRequest(
                $"\"{ApiProblem.Shorten(credit.Name)}\" has no price, so it cannot be topped up automatically. Give "
                    + "the credit a price per unit first, or set auto_topup_availability to off.",
                "auto_topup_availability"
            );
    }

    private static PlanCreditGrantTerms WithTopupLifetime(PlanCreditGrantTerms terms)
    {
        if (
            terms.AutoTopupExpiryType
            is not (null or BillingCreditExpiryType.Duration or BillingCreditExpiryType.NoExpiry)
        )
            throw ApiProblem.BadRequest(
                "auto_topup_expiry_type must be duration or no_expiry.",
                "auto_topup_expiry_type"
            );
        var lifetime = CreditExpiryInput.Check(
            terms.AutoTopupExpiryType,
            terms.AutoTopupExpiryUnit,
            terms.AutoTopupExpiryUnitCount,
            "auto_topup_"
        );
        if (lifetime is not { } given)
            return terms.AutoTopupAmount is null
                ? terms
                : terms with
                {
                    AutoTopupExpiryType = BillingCreditExpiryType.NoExpiry,
                };
        return terms with
        {
            AutoTopupExpiryType = given.Type,
            AutoTopupExpiryUnit = given.Count is null ? null : given.Unit,
            AutoTopupExpiryUnitCount = given.Count,
        };
    }
}
