using System.Globalization;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Credits;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Credits;

/// <summary>Terms of credits in words.</summary>
internal static class CreditWords
{
    public static IReadOnlyList<BillingCreditBurnStrategy> BurnStrategies { get; } =
    [
        BillingCreditBurnStrategy.PlanFirstThenCreditBundlesFirstInFirstOut,
        BillingCreditBurnStrategy.FirstInFirstOut,
        BillingCreditBurnStrategy.LastInFirstOut,
        BillingCreditBurnStrategy.ExpirationPriority,
    ];

    public static IReadOnlyList<BillingCreditRolloverPolicy> RolloverPolicies { get; } =
    [BillingCreditRolloverPolicy.None, BillingCreditRolloverPolicy.Expire, BillingCreditRolloverPolicy.Rollover];

    public static string Title(BillingCreditBurnStrategy strategy) =>
        strategy switch
        {
            BillingCreditBurnStrategy.PlanFirstThenCreditBundlesFirstInFirstOut => "Plan first, then oldest first",
            BillingCreditBurnStrategy.FirstInFirstOut => "Oldest first",
            BillingCreditBurnStrategy.LastInFirstOut => "Newest first",
            BillingCreditBurnStrategy.ExpirationPriority => "Soonest to expire first",
            _ => "Unknown",
        };

    /// <summary>The grants spent after adjustments and rollovers, which always come first.</summary>
    public static string Explanation(BillingCreditBurnStrategy strategy) =>
        strategy switch
        {
            BillingCreditBurnStrategy.PlanFirstThenCreditBundlesFirstInFirstOut =>
                "Credits that the plan includes, then all others; the oldest of each first.",
            BillingCreditBurnStrategy.FirstInFirstOut => "The oldest grant, wherever it came from.",
            BillingCreditBurnStrategy.LastInFirstOut => "The newest grant, wherever it came from.",
            BillingCreditBurnStrategy.ExpirationPriority =>
                "The grant that expires soonest; those that never expire come last.",
            _ => "This server knows an order that this console does not.",
        };

    /// <summary>Kinds of grant in the order in which they are spent.</summary>
    public static IReadOnlyList<string> Order(BillingCreditBurnStrategy strategy) =>
        [
            "Adjustments and refunds, oldest first",
            "Credits rolled over from the period before, oldest first",
            .. strategy == BillingCreditBurnStrategy.PlanFirstThenCreditBundlesFirstInFirstOut
                ? (string[])["Credits that the plan includes, oldest first", "All others, oldest first"]
                : [$"All others: {Lower(Title(strategy))}"],
        ];

    public static string Title(BillingCreditRolloverPolicy policy) =>
        policy switch
        {
            BillingCreditRolloverPolicy.None => "Set by each grant",
            BillingCreditRolloverPolicy.Expire => "Expire",
            BillingCreditRolloverPolicy.Rollover => "Roll over to the next period",
            _ => "Unknown",
        };

    public static string Title(BillingCreditGrantReason reason) =>
        reason switch
        {
            BillingCreditGrantReason.Adjustment => "Adjustment",
            BillingCreditGrantReason.BillingCreditAutoTopup => "Automatic top-up",
            BillingCreditGrantReason.Free => "Gift",
            BillingCreditGrantReason.Plan => "Plan",
            BillingCreditGrantReason.Purchased => "Purchase",
            BillingCreditGrantReason.Rollover => "Rollover",
            _ => "Unknown",
        };

    public static string Title(BillingCreditGrantZeroedOutReason reason) =>
        reason switch
        {
            BillingCreditGrantZeroedOutReason.CustomerArchived => "Company archived",
            BillingCreditGrantZeroedOutReason.Expired => "Expired",
            BillingCreditGrantZeroedOutReason.IntegrationUninstalled => "Integration removed",
            BillingCreditGrantZeroedOutReason.LicenseRetired => "License retired",
            BillingCreditGrantZeroedOutReason.Manual => "Removed by hand",
            BillingCreditGrantZeroedOutReason.PlanChange => "Left the plan",
            BillingCreditGrantZeroedOutReason.PlanPeriodReset => "New period",
            BillingCreditGrantZeroedOutReason.Reconciled => "Correction of the records",
            _ => "Unknown",
        };

    /// <summary>When granted credits expire: "30 days after they are granted".</summary>
    public static string Expiry(BillingCreditExpiryType? type, BillingCreditExpiryUnit? unit, long? count) =>
        type switch
        {
            BillingCreditExpiryType.Duration => $"{Duration(unit, count ?? 0)} after they are granted",
            BillingCreditExpiryType.EndOfBillingPeriod => "At the end of the billing period",
            BillingCreditExpiryType.EndOfNextBillingPeriod => "At the end of the next billing period",
            BillingCreditExpiryType.EndOfTrial => "At the end of the trial",
            BillingCreditExpiryType.NoExpiry or null => "Never",
            _ => "Unknown",
        };

    /// <summary>The same within a sentence: "never".</summary>
    public static string ExpiryWithin(BillingCreditExpiryType? type, BillingCreditExpiryUnit? unit, long? count) =>
        Lower(Expiry(type, unit, count));

    /// <summary>When credits of a type expire unless their grant says otherwise.</summary>
    public static string DefaultExpiry(BillingCreditResponseData credit) =>
        credit.DefaultExpiryUnitCount is { } count
            ? Expiry(BillingCreditExpiryType.Duration, credit.DefaultExpiryUnit, count)
            : Expiry(BillingCreditExpiryType.NoExpiry, null, null);

    /// <summary>A price for people: "$0.02".</summary>
    public static string Price(BillingPriceResponseData price) => Money.Format(Exact(price), price.Currency);

    /// <summary>A price in minor units.</summary>
    public static decimal Exact(BillingPriceResponseData price) =>
        decimal.TryParse(
            price.PriceDecimal,
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var exact
        )
            ? exact
            : price.Price;

    public static string Lower(string title) => char.ToLowerInvariant(title[0]) + title[1..];

    private static string Duration(BillingCreditExpiryUnit? unit, long count) =>
        unit == BillingCreditExpiryUnit.BillingPeriods
            ? Quantity.Format(count, "billing period", "billing periods")
            : Quantity.Format(count, "day", "days");
}
