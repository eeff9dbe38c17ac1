using System.Text.Json;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Billing;

public sealed record BillingSubscriptionView
{
    public string? ApplicationId { get; init; }

    public long? CancelAt { get; init; }

    public required bool CancelAtPeriodEnd { get; init; }

    public string? CompanyId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string Currency { get; init; }

    public required string CustomerExternalId { get; init; }

    public string? DefaultPaymentMethodId { get; init; }

    public required IReadOnlyList<BillingSubscriptionDiscountView> Discounts { get; init; }

    public DateTimeOffset? ExpiredAt { get; init; }

    public required string Id { get; init; }

    public required string Interval { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public InvoiceResponseData? LatestInvoice { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, JsonElement>? Metadata { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PaymentMethodResponseData? PaymentMethod { get; init; }

    public required long PeriodEnd { get; init; }

    public required long PeriodStart { get; init; }

    public required IReadOnlyList<BillingProductForSubscriptionResponseData> Products { get; init; }

    public required BillingProviderType ProviderType { get; init; }

    public required string Status { get; init; }

    public required string SubscriptionExternalId { get; init; }

    public required long TotalPrice { get; init; }

    public long? TrialEnd { get; init; }

    public BillingSubscriptionTrialEndSetting? TrialEndSetting { get; init; }
}
