namespace Schematic.Contracts.Billing;

public sealed record BillingProductResponseData
{
    public required string AccountId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Deprecated: prices have currencies.</summary>
    public string? Currency { get; init; }

    public required string EnvironmentId { get; init; }

    public required string ExternalId { get; init; }

    public required bool IsActive { get; init; }

    public required string Name { get; init; }

    public required double Price { get; init; }

    public string? PriceDecimal { get; init; }

    public required string ProductId { get; init; }

    public required BillingProviderType ProviderType { get; init; }

    public required double Quantity { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
