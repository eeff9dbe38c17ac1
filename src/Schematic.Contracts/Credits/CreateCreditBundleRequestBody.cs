using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>A credit bundle to create.</summary>
public sealed record CreateCreditBundleRequestBody
{
    /// <summary>Display name, at most 255 characters.</summary>
    [StringLength(255)]
    public required string BundleName { get; init; }

    /// <summary>Way in which the size is set; null for <c>fixed</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditBundleType? BundleType { get; init; }

    /// <summary>Ids of the plans whose companies may buy it, at most 100; null or empty for every plan.</summary>
    [MaxLength(100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? CompatiblePlanIds { get; init; }

    /// <summary>Id of the credit type, <c>bilcr_…</c>.</summary>
    public required string CreditId { get; init; }

    /// <summary>ISO 4217 code of three letters, such as <c>usd</c>.</summary>
    [StringLength(3)]
    public required string Currency { get; init; }

    /// <summary>Prices of one credit in further currencies, at most 50; null for none.</summary>
    [MaxLength(50)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CreditBundleCurrencyPriceRequestBody>? CurrencyPrices { get; init; }

    /// <summary>Moment at which bought credits expire; null for the credit type's default.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditExpiryType? ExpiryType { get; init; }

    /// <summary>Unit of <c>expiry_unit_count</c>; null for days.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditExpiryUnit? ExpiryUnit { get; init; }

    /// <summary>Lifetime of bought credits in that unit, 1 or more; null unless it is a duration.</summary>
    [Range(1, long.MaxValue)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? ExpiryUnitCount { get; init; }

    /// <summary>Price of one credit in minor units of the currency, 0 or more.</summary>
    [Range(0, long.MaxValue)]
    public required long PricePerUnit { get; init; }

    /// <summary>
    /// Exact price of one credit in minor units, as decimal text, which wins; null if there are no fractions.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PricePerUnitDecimal { get; init; }

    /// <summary>Credits in the bundle, 1 or more; a fixed bundle needs it.</summary>
    [Range(1, long.MaxValue)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Quantity { get; init; }

    /// <summary>Availability; null for <c>active</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditBundleStatus? Status { get; init; }
}
