using Schematic.Contracts.Credits;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Credits.Bundles;

/// <summary>Bundles of credits in words.</summary>
internal static class BundleWords
{
    /// <summary>Moments of expiry that a bundle can have.</summary>
    public static IReadOnlyList<BillingCreditExpiryType> ExpiryTypes { get; } =
    [
        BillingCreditExpiryType.NoExpiry,
        BillingCreditExpiryType.Duration,
        BillingCreditExpiryType.EndOfBillingPeriod,
        BillingCreditExpiryType.EndOfNextBillingPeriod,
    ];

    /// <summary>Size and price of a bundle: "10,000 tokens for $200.00".</summary>
    public static string Content(BillingCreditBundleResponseData bundle)
    {
        var units = CreditUnits.From(bundle.SingularName, bundle.PluralName);
        var content = bundle.Quantity is { } quantity ? units.Format(quantity) : $"{units.Many}, as many as chosen";
        return bundle.Price is { } price
            ? $"{content} for {Money.Format(CreditWords.Exact(price), price.Currency)}"
            : content;
    }

    /// <summary>When its credits expire, and who may buy it.</summary>
    public static string Terms(BillingCreditBundleResponseData bundle)
    {
        var expiry =
            bundle.ExpiryType == BillingCreditExpiryType.NoExpiry
                ? "Never expire"
                : $"Expire {CreditWords.ExpiryWithin(bundle.ExpiryType, bundle.ExpiryUnit, bundle.ExpiryUnitCount)}";
        return bundle.CompatiblePlanIds.Count == 0
            ? $"{expiry}; sold to every company"
            : $"{expiry}; sold on {Quantity.Format(bundle.CompatiblePlanIds.Count, "plan", "plans")}";
    }
}
