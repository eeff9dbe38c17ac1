namespace Schematic.Dashboard.Plans.Pricing;

/// <summary>Prices of an entitlement in one currency while they are edited: texts as they were typed.</summary>
public sealed class CurrencyPriceDraft
{
    public string Currency { get; set; } = "usd";

    public IntervalPriceDraft Monthly { get; init; } = new();

    public IntervalPriceDraft Quarterly { get; init; } = new();

    public IntervalPriceDraft Yearly { get; init; } = new();

    /// <summary>The intervals with their names on the wire and on the screen.</summary>
    public IReadOnlyList<(string Wire, string Title, IntervalPriceDraft Price)> Intervals =>
        [
            ("monthly", "By the month", Monthly),
            ("quarterly", "By the quarter", Quarterly),
            ("yearly", "By the year", Yearly),
        ];
}

/// <summary>Price for one billing interval: tiers if there are any, otherwise one price; empty if not sold.</summary>
public sealed class IntervalPriceDraft
{
    /// <summary>Price of each unit, in major units of the currency.</summary>
    public string UnitPrice { get; set; } = "";

    public List<PriceTierDraft> Tiers { get; init; } = [];

    public bool IsTiered => Tiers.Count > 0;

    public bool IsSold => IsTiered || UnitPrice.Trim().Length > 0;

    /// <summary>Adds a tier before the last one, which has no end.</summary>
    public void AddTier()
    {
        if (Tiers.Count == 0)
            Tiers.Add(new() { PerUnit = UnitPrice });
        else
            Tiers.Insert(Tiers.Count - 1, new());
    }

    /// <summary>Removes a tier. The one that is last then has no end.</summary>
    public void RemoveTier(PriceTierDraft tier)
    {
        Tiers.Remove(tier);
        if (Tiers is [.., var last])
            last.UpTo = "";
    }

    /// <summary>One price for each unit in place of the tiers: that of the first.</summary>
    public void DropTiers()
    {
        UnitPrice = Tiers is [var first, ..] ? first.PerUnit : UnitPrice;
        Tiers.Clear();
    }
}

/// <summary>One tier of a price.</summary>
public sealed class PriceTierDraft
{
    /// <summary>Last unit of the tier, inclusive; empty for the last tier.</summary>
    public string UpTo { get; set; } = "";

    /// <summary>Price of each unit in major units; empty for none.</summary>
    public string PerUnit { get; set; } = "";

    /// <summary>Amount for reaching the tier in major units; empty for none.</summary>
    public string Flat { get; set; } = "";
}
