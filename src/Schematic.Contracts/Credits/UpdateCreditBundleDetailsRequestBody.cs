using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Credits;

/// <summary>New name, price and terms of a credit bundle.</summary>
public sealed record UpdateCreditBundleDetailsRequestBody
{
    /// <summary>Display name, at most 255 characters.</summary>
    [StringLength(255)]
    public required string BundleName { get; init; }

    /// <summary>
    /// Ids of the plans whose companies may buy it, at most 100; empty for every plan; null or left out, they stay.
    /// </summary>
    [MaxLength(100)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? CompatiblePlanIds { get; init; }

    /// <summary>Prices of one credit in further currencies, at most 50; null or left out, they stay.</summary>
    [MaxLength(50)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CreditBundleCurrencyPriceRequestBody>? CurrencyPrices { get; init; }

    /// <summary>Moment at which bought credits expire; null or left out, it stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditExpiryType? ExpiryType { get; init; }

    /// <summary>Unit of <c>expiry_unit_count</c>; null or left out, it stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditExpiryUnit? ExpiryUnit { get; init; }

    /// <summary>
    /// Lifetime of bought credits in that unit, 1 or more; null unless it is a duration; left out, it stays.
    /// </summary>
    [Range(1, long.MaxValue)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<long?> ExpiryUnitCount { get; init; }

    /// <summary>Price of one credit in minor units of the currency, 0 or more.</summary>
    [Range(0, long.MaxValue)]
    public required long PricePerUnit { get; init; }

    /// <summary>
    /// Exact price of one credit in minor units, as decimal text, which wins; null if there are no fractions; left out,
    /// it stays.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> PricePerUnitDecimal { get; init; }

    /// <summary>Credits in the bundle, 1 or more; null or left out, it stays.</summary>
    [Range(1, long.MaxValue)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Quantity { get; init; }

    /// <summary>Availability; null or left out, it stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditBundleStatus? Status { get; init; }
}
