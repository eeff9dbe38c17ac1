namespace Schematic.Contracts.Billing;

public sealed record BillingProductPriceTierResponseData
{
    public long? FlatAmount { get; init; }

    public long? PerUnitPrice { get; init; }

    public string? PerUnitPriceDecimal { get; init; }

    public long? UpTo { get; init; }
}
