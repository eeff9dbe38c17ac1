using System.Globalization;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Plans.Pricing;

/// <summary>Finds mistakes in prices that the API would refuse, before they are sent.</summary>
internal static class PriceMistakes
{
    private const string BadAmount = "Enter an amount of 0 or more, like 12.50.";

    public static IReadOnlyList<PriceMistake> Find(IReadOnlyList<CurrencyPriceDraft> prices) =>
        [.. prices.Index().SelectMany(entry => Find(entry.Item, Path(entry.Index), prices))];

    /// <summary>The path of the prices in one currency.</summary>
    public static string Path(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{PriceDrafts.Field}[{index}]");

    /// <summary>The path of a tier.</summary>
    public static string Path(string prices, string interval, int tier) =>
        string.Create(CultureInfo.InvariantCulture, $"{prices}.{interval}_price_tiers[{tier}]");

    private static IEnumerable<PriceMistake> Find(
        CurrencyPriceDraft draft,
        string path,
        IReadOnlyList<CurrencyPriceDraft> all
    )
    {
        var currency = draft.Currency.Trim();
        if (currency.Length != 3 || !currency.All(char.IsAsciiLetter))
            yield return new($"{path}.currency", "Enter the three letters of a currency, like usd.");
        else if (all.First(other => Same(other.Currency, currency)) != draft)
            yield return new($"{path}.currency", $"{currency.ToUpperInvariant()} has prices already, further up.");
        if (!draft.Intervals.Any(static interval => interval.Price.IsSold))
            yield return new($"{path}.monthly_unit_price", "Enter at least one price, or remove the currency.");
        foreach (var (wire, _, price) in draft.Intervals.Where(static interval => interval.Price.IsSold))
        {
            if (!price.IsTiered && !Money.TryParse(price.UnitPrice, currency, out _))
                yield return new($"{path}.{wire}_unit_price", BadAmount);
            foreach (
                var mistake in price
                    .Tiers.Index()
                    .SelectMany(tier => Find(price, tier, Path(path, wire, tier.Index), currency))
            )
                yield return mistake;
        }
    }

    private static IEnumerable<PriceMistake> Find(
        IntervalPriceDraft price,
        (int Index, PriceTierDraft Item) tier,
        string path,
        string currency
    )
    {
        if (tier.Index < price.Tiers.Count - 1 && FindInEnd(price, tier) is { } problem)
            yield return new($"{path}.up_to", problem);
        if (tier.Item.PerUnit.Trim().Length > 0 && !Money.TryParse(tier.Item.PerUnit, currency, out _))
            yield return new($"{path}.per_unit_price", BadAmount);
        if (tier.Item.Flat.Trim().Length == 0)
            yield break;
        // The wire has whole minor units for this one.
        if (!Money.TryParse(tier.Item.Flat, currency, out var flat) || !decimal.IsInteger(flat))
            yield return new(
                $"{path}.flat_amount",
                $"Enter an amount of 0 or more, like {Money.ToInput(1250, currency)}."
            );
    }

    private static string? FindInEnd(IntervalPriceDraft price, (int Index, PriceTierDraft Item) tier)
    {
        if (PriceDrafts.UpTo(tier.Item) is not (> 0 and { } end))
            return "Enter the last unit of the tier.";
        var before = tier.Index == 0 ? 0 : PriceDrafts.UpTo(price.Tiers[tier.Index - 1]) ?? 0;
        return end > before
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"Enter more than {before:N0}, where the tier before ends.");
    }

    private static bool Same(string one, string other) =>
        string.Equals(one.Trim(), other, StringComparison.OrdinalIgnoreCase);
}
