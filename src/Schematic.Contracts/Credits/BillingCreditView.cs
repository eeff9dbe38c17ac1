using System.Text.Json.Serialization;
using Schematic.Contracts.Billing;

namespace Schematic.Contracts.Credits;

public sealed record BillingCreditView
{
    public required string AccountId { get; init; }

    public required BillingCreditBurnStrategy BurnStrategy { get; init; }

    public required bool CostEditable { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required IReadOnlyList<CreditCurrencyPrice> CurrencyPrices { get; init; }

    public required BillingCreditExpiryUnit DefaultExpiryUnit { get; init; }

    public long? DefaultExpiryUnitCount { get; init; }

    public required BillingCreditRolloverPolicy DefaultRolloverPolicy { get; init; }

    public required string Description { get; init; }

    public required string EnvironmentId { get; init; }

    public string? Icon { get; init; }

    public required string Id { get; init; }

    public required BillingCreditLedgerAuthority LedgerAuthority { get; init; }

    public required string Name { get; init; }

    public string? PluralName { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceView? Price { get; init; }

    public long? PricePerUnit { get; init; }

    public string? PricePerUnitDecimal { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingProductRecordResponseData? Product { get; init; }

    public string? SingularName { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
