using System.Text.Json;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Billing;

/// <summary>A subscription of a company at a billing provider.</summary>
public sealed record BillingSubscriptionView
{
    /// <summary>Id that the provider gives the application that made the subscription; null if none did.</summary>
    public string? ApplicationId { get; init; }

    /// <summary>Time at which the subscription will be canceled, in seconds since 1970; null if none is set.</summary>
    public long? CancelAt { get; init; }

    /// <summary>True if the subscription ends with its period.</summary>
    public required bool CancelAtPeriodEnd { get; init; }

    /// <summary>Id of the company, <c>comp_…</c>; null if the customer is no known company.</summary>
    public string? CompanyId { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>ISO 4217 code in lower case, such as <c>usd</c>.</summary>
    public required string Currency { get; init; }

    /// <summary>Id of the customer at the billing provider.</summary>
    public required string CustomerExternalId { get; init; }

    /// <summary>Id of the payment method that is charged; null if there is none.</summary>
    public string? DefaultPaymentMethodId { get; init; }

    /// <summary>Discounts on the subscription.</summary>
    public required IReadOnlyList<BillingSubscriptionDiscountView> Discounts { get; init; }

    /// <summary>Time at which the subscription ended, in UTC; null if it has not.</summary>
    public DateTimeOffset? ExpiredAt { get; init; }

    /// <summary>Id of the subscription.</summary>
    public required string Id { get; init; }

    /// <summary>Unit of the billing interval, such as <c>month</c>.</summary>
    public required string Interval { get; init; }

    /// <summary>Latest invoice of the subscription; left out if there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public InvoiceResponseData? LatestInvoice { get; init; }

    /// <summary>
    /// Values that other systems keep with the subscription at the provider, by name; left out if there are none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, JsonElement>? Metadata { get; init; }

    /// <summary>Payment method that is charged; left out if there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PaymentMethodResponseData? PaymentMethod { get; init; }

    /// <summary>End of the current period, in seconds since 1970.</summary>
    public required long PeriodEnd { get; init; }

    /// <summary>Start of the current period, in seconds since 1970.</summary>
    public required long PeriodStart { get; init; }

    /// <summary>Products in the subscription, with prices and quantities.</summary>
    public required IReadOnlyList<BillingProductForSubscriptionResponseData> Products { get; init; }

    /// <summary>Billing provider that holds this record.</summary>
    public required BillingProviderType ProviderType { get; init; }

    /// <summary>State of the subscription, in the words of the provider.</summary>
    public required string Status { get; init; }

    /// <summary>Id of the subscription at the billing provider.</summary>
    public required string SubscriptionExternalId { get; init; }

    /// <summary>Price per period of all products, in minor units of the currency.</summary>
    public required long TotalPrice { get; init; }

    /// <summary>End of the trial, in seconds since 1970; null if there is none.</summary>
    public long? TrialEnd { get; init; }

    /// <summary>Action taken when the trial ends; null if there is none.</summary>
    public BillingSubscriptionTrialEndSetting? TrialEndSetting { get; init; }
}
