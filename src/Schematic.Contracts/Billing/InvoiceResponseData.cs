namespace Schematic.Contracts.Billing;

/// <summary>An invoice to a company.</summary>
public sealed record InvoiceResponseData
{
    /// <summary>Amount to pay, in minor units of the currency.</summary>
    public required long AmountDue { get; init; }

    /// <summary>Amount paid so far, in minor units of the currency.</summary>
    public required long AmountPaid { get; init; }

    /// <summary>Amount still to pay, in minor units of the currency.</summary>
    public required long AmountRemaining { get; init; }

    /// <summary>Way of payment: charged automatically, or sent to be paid.</summary>
    public required string CollectionMethod { get; init; }

    /// <summary>Id of the company, <c>comp_…</c>; null if the customer is no known company.</summary>
    public string? CompanyId { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>ISO 4217 code in lower case, such as <c>usd</c>.</summary>
    public required string Currency { get; init; }

    /// <summary>Id of the customer at the billing provider.</summary>
    public required string CustomerExternalId { get; init; }

    /// <summary>Day by which to pay, in UTC; null if charged automatically.</summary>
    public DateTimeOffset? DueDate { get; init; }

    /// <summary>
    /// Customer's balance after the invoice, in minor units; negative is credit in the customer's favor.
    /// </summary>
    public required long EndingBalance { get; init; }

    /// <summary>Id of the environment it belongs to, <c>env_…</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>Id of the invoice at the billing provider; null if it has none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Id of the invoice.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the payment method at the billing provider; null if none was charged.</summary>
    public string? PaymentMethodExternalId { get; init; }

    /// <summary>Billing provider that holds this record.</summary>
    public required BillingProviderType ProviderType { get; init; }

    /// <summary>
    /// Customer's balance before the invoice, in minor units; negative is credit in the customer's favor.
    /// </summary>
    public required long StartingBalance { get; init; }

    /// <summary>State of the invoice; null if unknown.</summary>
    public InvoiceStatus? Status { get; init; }

    /// <summary>Id of the subscription at the billing provider; null if the invoice is for none.</summary>
    public string? SubscriptionExternalId { get; init; }

    /// <summary>Sum of all items before discounts and taxes, in minor units of the currency.</summary>
    public required long Subtotal { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Address at which the customer can see and pay the invoice; null if there is none.</summary>
    public string? Url { get; init; }
}
