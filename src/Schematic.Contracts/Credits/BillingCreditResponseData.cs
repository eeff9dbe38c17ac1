using System.Text.Json.Serialization;
using Schematic.Contracts.Billing;

namespace Schematic.Contracts.Credits;

public sealed record BillingCreditResponseData
{
    public required BillingCreditBurnStrategy BurnStrategy { get; init; }

    public required bool CostEditable { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required IReadOnlyList<CreditCurrencyPriceResponseData> CurrencyPrices { get; init; }

    public required BillingCreditExpiryUnit DefaultExpiryUnit { get; init; }

    public long? DefaultExpiryUnitCount { get; init; }

    public required BillingCreditRolloverPolicy DefaultRolloverPolicy { get; init; }

    public required string Description { get; init; }

    public string? Icon { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? PluralName { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceResponseData? Price { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingProductResponseData? Product { get; init; }

    public string? SingularName { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
