using Schematic.Api.Plans;
using Schematic.Contracts.Credits;

namespace Schematic.Api.Credits.PlanGrants;

/// <summary>Terms as requests say them, to be checked by <see cref="PlanGrantTermsCheck"/>.</summary>
internal static class PlanGrantInput
{
    public static PlanCreditGrantTerms TermsOf(this CreateBillingPlanCreditGrantRequestBody body) =>
        new(body.CreditAmount)
        {
            Scaling = body.Scaling ?? PlanCreditGrantScaling.Fixed,
            CompanyCreditAmount = body.CompanyCreditAmount ?? 0,
            LicenseId = body.LicenseId,
            ResetType = body.ResetType ?? BillingPlanCreditGrantResetType.PlanPeriod,
            ResetCadence = body.ResetCadence,
            ResetStart = body.ResetStart,
            RolloverPercentage = body.RolloverPercentage ?? 0,
            ExpiryType = body.ExpiryType,
            ExpiryUnit = body.ExpiryUnit,
            ExpiryUnitCount = body.ExpiryUnitCount,
            AutoTopupAvailability =
                body.AutoTopupAvailability
                ?? FromSwitches(body.AutoTopupEnabled, body.AutoTopupSelfService)
                ?? BillingCreditAutoTopupAvailability.Off,
            AutoTopupAmount = body.AutoTopupAmount,
            AutoTopupThresholdCredits = body.AutoTopupThresholdCredits,
            AutoTopupThresholdPercent = body.AutoTopupThresholdPercent,
            AutoTopupExpiryType = body.AutoTopupExpiryType,
            AutoTopupExpiryUnit = body.AutoTopupExpiryUnit,
            AutoTopupExpiryUnitCount = body.AutoTopupExpiryUnitCount,
        };

    /// <summary>
    /// Terms after an update. Members that the body leaves out stay, but for those that mean nothing under the new
    /// scaling or reset.
    /// </summary>
    public static PlanCreditGrantTerms TermsOf(
        this UpdateBillingPlanCreditGrantRequestBody body,
        PlanCreditGrantTerms now
    )
    {
        var scaling = body.Scaling ?? now.Scaling;
        var resetType = body.ResetType ?? now.ResetType;
        var scales = scaling == PlanCreditGrantScaling.PerLicense;
        var resets = resetType == BillingPlanCreditGrantResetType.PlanPeriod;
        return WithTopup(
            now with
            {
                CreditAmount = body.CreditAmount ?? now.CreditAmount,
                Scaling = scaling,
                CompanyCreditAmount = body.CompanyCreditAmount ?? (scales ? now.CompanyCreditAmount : 0),
                LicenseId = body.LicenseId.Or(scales ? now.LicenseId : null),
                ResetType = resetType,
                ResetCadence = body.ResetCadence,
                ResetStart = body.ResetStart,
                RolloverPercentage = body.RolloverPercentage ?? Carried(now, resets, body.ResetCadence),
                ExpiryType = body.ExpiryType.Or(resets ? null : now.ExpiryType),
                ExpiryUnit = body.ExpiryUnit.Or(resets || body.ExpiryType.IsSet ? null : now.ExpiryUnit),
                ExpiryUnitCount = body.ExpiryUnitCount.Or(resets || body.ExpiryType.IsSet ? null : now.ExpiryUnitCount),
            },
            body
        );
    }

    private static PlanCreditGrantTerms WithTopup(
        PlanCreditGrantTerms now,
        UpdateBillingPlanCreditGrantRequestBody body
    ) =>
        now with
        {
            AutoTopupAvailability =
                body.AutoTopupAvailability
                ?? FromSwitches(body.AutoTopupEnabled, body.AutoTopupSelfService)
                ?? now.AutoTopupAvailability,
            AutoTopupAmount = body.AutoTopupAmount.Or(now.AutoTopupAmount),
            // The one that is given takes the place of the other.
            AutoTopupThresholdCredits = body.AutoTopupThresholdCredits.Or(
                body.AutoTopupThresholdPercent.Value is null ? now.AutoTopupThresholdCredits : null
            ),
            AutoTopupThresholdPercent = body.AutoTopupThresholdPercent.Or(
                body.AutoTopupThresholdCredits.Value is null ? now.AutoTopupThresholdPercent : null
            ),
            AutoTopupExpiryType = body.AutoTopupExpiryType.Or(now.AutoTopupExpiryType),
            AutoTopupExpiryUnit = body.AutoTopupExpiryUnit.Or(
                body.AutoTopupExpiryType.IsSet ? null : now.AutoTopupExpiryUnit
            ),
            AutoTopupExpiryUnitCount = body.AutoTopupExpiryUnitCount.Or(
                body.AutoTopupExpiryType.IsSet ? null : now.AutoTopupExpiryUnitCount
            ),
        };

    private static long Carried(PlanCreditGrantTerms now, bool resets, BillingPlanCreditGrantResetCadence cadence) =>
        resets && Ledger.ResetCalendar.RollsOver(cadence) ? now.RolloverPercentage : 0;

    private static BillingCreditAutoTopupAvailability? FromSwitches(bool? enabled, bool? selfService) =>
        (enabled, selfService) switch
        {
            (null, null) => null,
            (true, true) => BillingCreditAutoTopupAvailability.UserControlled,
            (true, _) => BillingCreditAutoTopupAvailability.Automatic,
            (null, true) => BillingCreditAutoTopupAvailability.UserControlled,
            _ => BillingCreditAutoTopupAvailability.Off,
        };
}
