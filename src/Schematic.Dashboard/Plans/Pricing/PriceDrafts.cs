using System.Globalization;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Entitlements;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Plans.Pricing;

/// <summary>Converts prices between the wire and the fields. Amounts stay exact.</summary>
internal static class PriceDrafts
{
    public const string Field = "currency_prices";

    public static List<CurrencyPriceDraft> FromContract(PlanEntitlementResponseData entitlement) =>
        [
            .. entitlement.CurrencyPrices.Select(prices => new CurrencyPriceDraft
            {
                Currency = prices.Currency,
                Monthly = FromContract(prices.MonthlyPrice, prices.Currency, entitlement.PriceBehavior),
                Quarterly = FromContract(prices.QuarterlyPrice, prices.Currency, entitlement.PriceBehavior),
                Yearly = FromContract(prices.YearlyPrice, prices.Currency, entitlement.PriceBehavior),
            }),
        ];

    /// <summary>The bodies to send. Only for drafts without mistakes.</summary>
    public static IReadOnlyList<CurrencyPriceRequestBody> ToContract(IEnumerable<CurrencyPriceDraft> drafts) =>
        [.. drafts.Select(ToContract)];

    /// <summary>The price that a draft says; null if it says none, or has a mistake.</summary>
    public static UsagePrice? Read(IntervalPriceDraft draft, string currency, BillingTiersMode mode)
    {
        if (!draft.IsTiered)
            return Money.TryParse(draft.UnitPrice, currency, out var price) ? new UsagePrice(price, []) : null;
        var tiers = draft.Tiers.ConvertAll(tier => Read(tier, currency));
        return tiers.Contains(null) ? null : new UsagePrice(null, [.. tiers.OfType<UsageTier>()], mode);
    }

    private static UsageTier? Read(PriceTierDraft tier, string currency) =>
        Amount(tier.Flat, currency) is { } flat && Amount(tier.PerUnit, currency) is { } each
            ? new UsageTier(flat, each, UpTo(tier))
            : null;

    /// <summary>The last unit of a tier; null for the last tier, and where it is no number.</summary>
    public static long? UpTo(PriceTierDraft tier) =>
        long.TryParse(tier.UpTo.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var end) ? end : null;

    // An empty amount of a tier is none.
    private static decimal? Amount(string text, string currency) =>
        text.Trim().Length == 0 ? 0
        : Money.TryParse(text, currency, out var amount) ? amount
        : null;

    private static IntervalPriceDraft FromContract(
        BillingPriceView? view,
        string currency,
        EntitlementPriceBehavior? behavior
    )
    {
        if (view is null)
            return new();
        var price = UsagePrice.From(view, behavior);
        return new()
        {
            UnitPrice = price.UnitPrice is { } each ? Money.ToInput(each, currency) : "",
            Tiers =
            [
                .. price.Tiers.Select(tier => new PriceTierDraft
                {
                    UpTo = tier.UpTo?.ToString(CultureInfo.InvariantCulture) ?? "",
                    PerUnit = Money.ToInput(tier.PerUnitPrice, currency),
                    Flat = tier.FlatAmount == 0 ? "" : Money.ToInput(tier.FlatAmount, currency),
                }),
            ],
        };
    }

    private static CurrencyPriceRequestBody ToContract(CurrencyPriceDraft draft)
    {
        var currency = draft.Currency.Trim().ToLowerInvariant();
        var (monthly, quarterly, yearly) = (draft.Monthly, draft.Quarterly, draft.Yearly);
        return new()
        {
            Currency = currency,
            MonthlyUnitPrice = Whole(UnitPrice(monthly, currency)),
            MonthlyUnitPriceDecimal = Fraction(UnitPrice(monthly, currency)),
            MonthlyPriceTiers = Tiers(monthly, currency),
            QuarterlyUnitPrice = Whole(UnitPrice(quarterly, currency)),
            QuarterlyUnitPriceDecimal = Fraction(UnitPrice(quarterly, currency)),
            QuarterlyPriceTiers = Tiers(quarterly, currency),
            YearlyUnitPrice = Whole(UnitPrice(yearly, currency)),
            YearlyUnitPriceDecimal = Fraction(UnitPrice(yearly, currency)),
            YearlyPriceTiers = Tiers(yearly, currency),
        };
    }

    private static decimal? UnitPrice(IntervalPriceDraft draft, string currency) =>
        !draft.IsTiered && Money.TryParse(draft.UnitPrice, currency, out var price) ? price : null;

    private static IReadOnlyList<CreatePriceTierRequestBody>? Tiers(IntervalPriceDraft draft, string currency) =>
        draft.IsTiered
            ?
            [
                .. draft
                    .Tiers.Select(tier => Read(tier, currency)!)
                    .Select(static tier => new CreatePriceTierRequestBody
                    {
                        UpTo = tier.UpTo,
                        FlatAmount = tier.FlatAmount == 0 ? null : (long)tier.FlatAmount,
                        PerUnitPrice = Whole(tier.PerUnitPrice),
                        PerUnitPriceDecimal = Fraction(tier.PerUnitPrice),
                    }),
            ]
            : null;

    // An amount without a fraction is sent as the integer that it is, any other one as exact text alone.
    private static long? Whole(decimal? amount) => amount is { } exact && decimal.IsInteger(exact) ? (long)exact : null;

    private static string? Fraction(decimal? amount) =>
        amount is { } exact && !decimal.IsInteger(exact) ? Money.ToWire(exact) : null;
}
