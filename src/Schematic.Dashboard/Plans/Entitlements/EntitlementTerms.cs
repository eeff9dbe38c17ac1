using System.Globalization;
using Schematic.Contracts.Entitlements;
using Schematic.Dashboard.Entitlements;
using Schematic.Dashboard.Plans.Pricing;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Plans.Entitlements;

/// <summary>All that an entitlement of a plan says, line by line.</summary>
internal static class EntitlementTerms
{
    /// <summary>The value first, then prices and warnings. Two entitlements with equal lines say the same.</summary>
    public static IReadOnlyList<string> Lines(PlanEntitlementResponseData entitlement)
    {
        var lines = new List<string> { EntitlementWords.Value(EntitlementValue.From(entitlement)) };
        if (entitlement.PriceBehavior is { } behavior)
            lines.Add(EntitlementWords.PriceBehavior(behavior));
        lines.AddRange(PriceWords.Lines(entitlement));
        if (entitlement.UsageQuantity is { } quantity)
            lines.Add(Text($"{quantity:N0} bought in advance"));
        if (entitlement.BillingThreshold is { } threshold)
            lines.Add($"Invoiced early at {Money.Format(threshold, Currency(entitlement))}");
        lines.AddRange(entitlement.WarningTiers.Select(static tier => Text($"Warns at {tier.Value:N0}")));
        return lines;
    }

    /// <summary>All of it in one line.</summary>
    public static string Describe(PlanEntitlementResponseData entitlement) => string.Join("; ", Lines(entitlement));

    /// <summary>All that a form says so far, in the same words; prices that are not understood are left out.</summary>
    public static string Describe(EntitlementForm form, FeatureUnits units, string? trait)
    {
        var lines = new List<string> { EntitlementWords.Value(form.ToValue(units, trait)) };
        if (form.PriceBehavior is { } behavior)
            lines.Add(EntitlementWords.PriceBehavior(behavior));
        foreach (var prices in form.CurrencyPrices)
        foreach (var (_, title, draft) in prices.Intervals)
            if (draft.IsSold && PriceDrafts.Read(draft, prices.Currency, form.TierMode) is { } price)
                lines.Add($"{PriceWords.Price(price, prices.Currency, units)}, billed {title.ToLowerInvariant()}");
        if (form is { HasWarning: true, Warning: { } usage })
            lines.Add(Text($"Warns at {usage:N0}"));
        return string.Join("; ", lines);
    }

    public static string Name(PlanEntitlementResponseData entitlement) =>
        entitlement.Feature?.Name ?? entitlement.FeatureId;

    private static string Currency(PlanEntitlementResponseData entitlement) =>
        entitlement.CurrencyPrices is [var first, ..] ? first.Currency : "usd";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
