using System.Globalization;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Plans;

namespace Schematic.Dashboard.Credits;

/// <summary>Credits that a plan includes, in words.</summary>
internal static class PlanGrantWords
{
    public static IReadOnlyList<BillingPlanCreditGrantResetCadence> Cadences { get; } =
    [
        BillingPlanCreditGrantResetCadence.Daily,
        BillingPlanCreditGrantResetCadence.Weekly,
        BillingPlanCreditGrantResetCadence.Monthly,
        BillingPlanCreditGrantResetCadence.Quarterly,
        BillingPlanCreditGrantResetCadence.Every6Months,
        BillingPlanCreditGrantResetCadence.Yearly,
    ];

    /// <summary>How much, and how often: "1,000 tokens a month", "500 tokens once, for each license".</summary>
    public static string Amount(BillingPlanCreditGrantResponseData grant)
    {
        var units = Units(grant);
        var text = $"{units.Format(grant.CreditAmount)} {Often(grant)}";
        if (grant.Scaling != PlanCreditGrantScaling.PerLicense)
            return text;
        text += ", for each license";
        return grant.CompanyCreditAmount > 0
            ? $"{text}, and {CreditAmount.Format(grant.CompanyCreditAmount)} for the company"
            : text;
    }

    /// <summary>When they are granted and end, what rolls over, and top-up.</summary>
    public static string Terms(BillingPlanCreditGrantResponseData grant)
    {
        List<string> terms = [Repeats(grant) ? Start(grant.ResetCadence, grant.ResetStart) : ExpiryOnce(grant)];
        if (grant.RolloverPercentage > 0)
            terms.Add(
                string.Create(CultureInfo.InvariantCulture, $"{grant.RolloverPercentage}% of the rest rolls over")
            );
        else if (Repeats(grant))
            terms.Add("the rest is removed");
        if (TopUp(grant) is { } topUp)
            terms.Add(topUp);
        return string.Join("; ", terms);
    }

    /// <summary>Interval of the grants: "a month".</summary>
    public static string Interval(BillingPlanCreditGrantResetCadence? cadence) =>
        cadence switch
        {
            BillingPlanCreditGrantResetCadence.Daily => "a day",
            BillingPlanCreditGrantResetCadence.Weekly => "a week",
            BillingPlanCreditGrantResetCadence.Monthly => "a month",
            BillingPlanCreditGrantResetCadence.Quarterly => "a quarter",
            BillingPlanCreditGrantResetCadence.Every6Months => "every six months",
            BillingPlanCreditGrantResetCadence.Yearly => "a year",
            _ => "at an unknown interval",
        };

    public static string Title(BillingPlanCreditGrantResetCadence cadence) =>
        cadence switch
        {
            BillingPlanCreditGrantResetCadence.Daily => "Every day",
            BillingPlanCreditGrantResetCadence.Weekly => "Every week",
            BillingPlanCreditGrantResetCadence.Monthly => "Every month",
            BillingPlanCreditGrantResetCadence.Quarterly => "Every quarter",
            BillingPlanCreditGrantResetCadence.Every6Months => "Every six months",
            BillingPlanCreditGrantResetCadence.Yearly => "Every year",
            _ => "Unknown",
        };

    /// <summary>True if what is left can roll over at a reset of this interval.</summary>
    public static bool CanRollOver(BillingPlanCreditGrantResetCadence cadence) =>
        cadence is not (BillingPlanCreditGrantResetCadence.Daily or BillingPlanCreditGrantResetCadence.Weekly);

    /// <summary>Names of the credit that the grant is of.</summary>
    public static CreditUnits Units(BillingPlanCreditGrantResponseData grant) =>
        grant.Credit is { } credit
            ? CreditUnits.From(credit)
            : CreditUnits.From(grant.CreditSingularName, grant.CreditPluralName);

    /// <summary>True if the credits are granted again each period.</summary>
    public static bool Repeats(BillingPlanCreditGrantResponseData grant) =>
        grant.ResetType == BillingPlanCreditGrantResetType.PlanPeriod;

    private static string Often(BillingPlanCreditGrantResponseData grant) =>
        Repeats(grant) ? Interval(grant.ResetCadence) : "once";

    private static string Start(BillingPlanCreditGrantResetCadence? cadence, BillingPlanCreditGrantResetStart? start) =>
        cadence is { } known && !CanRollOver(known) ? "Counted from the day the company gets the plan"
        : start == BillingPlanCreditGrantResetStart.FirstOfMonth ? "On the first day of the calendar period"
        : "At the start of the billing period";

    private static string ExpiryOnce(BillingPlanCreditGrantResponseData grant) =>
        grant.ExpiryType is null or BillingCreditExpiryType.NoExpiry
            ? "Never expire"
            : $"Expire {CreditWords.ExpiryWithin(grant.ExpiryType, grant.ExpiryUnit, grant.ExpiryUnitCount)}";

    private static string? TopUp(BillingPlanCreditGrantResponseData grant)
    {
        if (
            grant.AutoTopupAvailability is BillingCreditAutoTopupAvailability.Off
            || grant.AutoTopupAmount is not { } amount
        )
            return null;
        var threshold = grant.AutoTopupThresholdCredits is { } credits
            ? CreditAmount.Format(credits)
            : string.Create(CultureInfo.InvariantCulture, $"{grant.AutoTopupThresholdPercent ?? 0}%");
        var text = $"tops up by {CreditAmount.Format(amount)} at {threshold} or less";
        return grant.AutoTopupAvailability == BillingCreditAutoTopupAvailability.UserControlled
            ? $"{text}, if the company wants it"
            : text;
    }
}
