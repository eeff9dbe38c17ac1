namespace Schematic.Contracts.Billing;

public sealed record InvoiceResponseData
{
    public required long AmountDue { get; init; }

    public required long AmountPaid { get; init; }

    public required long AmountRemaining { get; init; }

    public required string CollectionMethod { get; init; }

    public string? CompanyId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string Currency { get; init; }

    public required string CustomerExternalId { get; init; }

    public DateTimeOffset? DueDate { get; init; }

    public required long EndingBalance { get; init; }

    public required string EnvironmentId { get; init; }

    public string? ExternalId { get; init; }

    public required string Id { get; init; }

    public string? PaymentMethodExternalId { get; init; }

    public required BillingProviderType ProviderType { get; init; }

    public required long StartingBalance { get; init; }

    public InvoiceStatus? Status { get; init; }

    public string? SubscriptionExternalId { get; init; }

    public required long Subtotal { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public string? Url { get; init; }
}
