namespace Schematic.Contracts.Billing;

/// <summary>A card or bank account from which a company pays.</summary>
public sealed record PaymentMethodResponseData
{
    /// <summary>Last four digits of the bank account; null if it is no bank account.</summary>
    public string? AccountLast4 { get; init; }

    /// <summary>Name of the account at a payment service; null if it is no such account.</summary>
    public string? AccountName { get; init; }

    /// <summary>Name of the bank; null if it is no bank account.</summary>
    public string? BankName { get; init; }

    /// <summary>Address to which invoices go; null if unknown.</summary>
    public string? BillingEmail { get; init; }

    /// <summary>Name on invoices; null if unknown.</summary>
    public string? BillingName { get; init; }

    /// <summary>Brand of the card, such as <c>visa</c>; null if it is no card.</summary>
    public string? CardBrand { get; init; }

    /// <summary>Month in which the card expires, 1 to 12; null if it is no card.</summary>
    public long? CardExpMonth { get; init; }

    /// <summary>Year in which the card expires, with four digits; null if it is no card.</summary>
    public long? CardExpYear { get; init; }

    /// <summary>Last four digits of the card; null if it is no card.</summary>
    public string? CardLast4 { get; init; }

    /// <summary>Id of the company, <c>comp_…</c>; null if the customer is no known company.</summary>
    public string? CompanyId { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Id of the customer at the billing provider.</summary>
    public required string CustomerExternalId { get; init; }

    /// <summary>Id of the environment it belongs to, <c>env_…</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>Id of the payment method at the billing provider.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Id of the payment method.</summary>
    public required string Id { get; init; }

    /// <summary>Kind of payment, in the words of the provider, such as <c>card</c>.</summary>
    public required string PaymentMethodType { get; init; }

    /// <summary>Billing provider that holds this record.</summary>
    public required BillingProviderType ProviderType { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
