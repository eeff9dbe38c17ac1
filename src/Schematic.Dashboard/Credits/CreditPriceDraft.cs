using Schematic.Contracts.Billing;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Credits;

/// <summary>The price of one credit in a currency while it is edited: text as it was typed.</summary>
public sealed class CreditPriceDraft
{
    /// <summary>The currency of a new price.</summary>
    public const string DefaultCurrency = "usd";

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; set; } = DefaultCurrency;

    /// <summary>The price in major units; empty for none.</summary>
    public string Price { get; set; } = "";

    /// <summary>The currency as the API has it.</summary>
    public string Code => Currency.Trim().ToLowerInvariant();

    public bool IsSet => Price.Trim().Length > 0;

    /// <summary>The price in minor units; null if there is none, or it cannot be read.</summary>
    public decimal? MinorUnits => IsSet && Money.TryParse(Price, Code, out var amount) ? amount : null;

    /// <summary>The price in whole minor units, as the wire has it beside the exact text.</summary>
    public long? WholeMinorUnits =>
        MinorUnits is { } exact ? (long)Math.Round(exact, MidpointRounding.AwayFromZero) : null;

    /// <summary>The exact text for the wire.</summary>
    public string? WireText => MinorUnits is { } exact ? Money.ToWire(exact) : null;

    /// <summary>The prices to edit: that in the main currency, which may be missing, and the others.</summary>
    public static List<CreditPriceDraft> List(string main, IEnumerable<BillingPriceResponseData?> prices)
    {
        var all = prices.OfType<BillingPriceResponseData>().Select(From).ToList();
        return
        [
            all.Find(price => price.Currency == main) ?? new() { Currency = main },
            .. all.Where(price => price.Currency != main),
        ];
    }

    public static CreditPriceDraft From(BillingPriceResponseData price) =>
        new() { Currency = price.Currency, Price = Money.ToInput(CreditWords.Exact(price), price.Currency) };

    /// <summary>The first mistake in a list of prices, as a sentence; null if there is none.</summary>
    public static string? FindMistake(IReadOnlyList<CreditPriceDraft> prices)
    {
        foreach (var (index, price) in prices.Index())
        {
            if (price.Code.Length != 3 || !price.Code.All(char.IsAsciiLetter))
                return "Enter the three letters of a currency, like USD.";
            if (prices.Take(index).Any(other => other.Code == price.Code))
                return $"{price.Code.ToUpperInvariant()} is listed twice. Enter one price for each currency.";
            if (price.IsSet && price.MinorUnits is null)
                return "Enter an amount of 0 or more, like 0.02.";
            if (index > 0 && !price.IsSet)
                return $"Enter a price in {price.Code.ToUpperInvariant()}, or remove it.";
        }

        return null;
    }

    /// <summary>Prices in words: "$0.02, €0.018"; "no price" if there are none.</summary>
    public static string Describe(IEnumerable<CreditPriceDraft> prices)
    {
        var words = prices
            .Where(static price => price.MinorUnits is not null)
            .Select(static price => Money.Format(price.MinorUnits!.Value, price.Code))
            .ToList();
        return words.Count == 0 ? "no price" : string.Join(", ", words);
    }
}
