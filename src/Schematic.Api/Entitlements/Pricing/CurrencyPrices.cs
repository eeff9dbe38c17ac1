namespace Schematic.Api.Entitlements.Pricing;

/// <summary>
/// Prices of an entitlement in one currency, by billing interval; null where it is not sold that way.
/// </summary>
internal sealed record CurrencyPrices
{
    /// <summary>ISO 4217 code in lower case, such as <c>usd</c>.</summary>
    public required string Currency { get; init; }

    public IntervalPrice? Monthly { get; init; }

    public IntervalPrice? Quarterly { get; init; }

    public IntervalPrice? Yearly { get; init; }
}
