using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Credits;

namespace Schematic.Dashboard.Credits;

/// <summary>Prices in several currencies in one cell.</summary>
internal static class CreditPriceList
{
    /// <summary>The prices of one credit, that in its own currency first; "No price" without any.</summary>
    public static RenderFragment Draw(BillingCreditResponseData credit) =>
        Draw(credit.CurrencyPrices.Select(static price => price.Price), credit.Price);

    /// <inheritdoc cref="Draw(BillingCreditResponseData)"/>
    public static RenderFragment Draw(BillingCreditBundleResponseData bundle) =>
        Draw(bundle.CurrencyPrices.Select(static price => price.Price), bundle.UnitPrice);

    private static RenderFragment Draw(IEnumerable<BillingPriceResponseData?> prices, BillingPriceResponseData? main)
    {
        var all = prices.OfType<BillingPriceResponseData>().OrderBy(price => price.Currency != main?.Currency).ToList();
        return builder =>
        {
            builder.OpenElement(0, "span");
            builder.AddAttribute(1, "class", all.Count == 0 ? "muted" : "credit-prices");
            if (all.Count == 0)
                builder.AddContent(2, "No price");
            foreach (var price in all)
            {
                builder.OpenElement(3, "span");
                builder.AddContent(4, CreditWords.Price(price));
                builder.CloseElement();
            }

            builder.CloseElement();
        };
    }
}
