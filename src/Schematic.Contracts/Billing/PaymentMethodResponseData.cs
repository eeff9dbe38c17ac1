namespace Schematic.Contracts.Billing;

public sealed record PaymentMethodResponseData
{
    public string? AccountLast4 { get; init; }

    public string? AccountName { get; init; }

    public string? BankName { get; init; }

    public string? BillingEmail { get; init; }

    public string? BillingName { get; init; }

    public string? CardBrand { get; init; }

    public long? CardExpMonth { get; init; }

    public long? CardExpYear { get; init; }

    public string? CardLast4 { get; init; }

    public string? CompanyId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CustomerExternalId { get; init; }

    public required string EnvironmentId { get; init; }

    public required string ExternalId { get; init; }

    public required string Id { get; init; }

    public required string PaymentMethodType { get; init; }

    public required BillingProviderType ProviderType { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
