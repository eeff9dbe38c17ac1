using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Schematic.Contracts.Credits;

/// <summary>A credit type to create.</summary>
public sealed record CreateBillingCreditRequestBody
{
    /// <summary>Order in which grants are drawn; null draws plan grants first, each oldest first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditBurnStrategy? BurnStrategy { get; init; }

    /// <summary>ISO 4217 code of the price, such as <c>usd</c>.</summary>
    public required string Currency { get; init; }

    /// <summary>Prices of one credit in further currencies, at most 50; null for none.</summary>
    [MaxLength(50)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CreditCurrencyPriceRequestBody>? CurrencyPrices { get; init; }

    /// <summary>Unit of <c>default_expiry_unit_count</c>; null for days.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditExpiryUnit? DefaultExpiryUnit { get; init; }

    /// <summary>Lifetime of a new grant in that unit, 1 or more; null if grants do not expire.</summary>
    [Range(1, long.MaxValue)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? DefaultExpiryUnitCount { get; init; }

    /// <summary>Treatment of unused credits when a grant ends; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditRolloverPolicy? DefaultRolloverPolicy { get; init; }

    /// <summary>Free text about the credit, at most 1,024 characters.</summary>
    [StringLength(1024)]
    public required string Description { get; init; }

    /// <summary>Name of the icon, at most 64 characters; null for none.</summary>
    [StringLength(64)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Icon { get; init; }

    /// <summary>Display name, at most 255 characters.</summary>
    [StringLength(255)]
    public required string Name { get; init; }

    /// <summary>Price of one credit in minor units of the currency; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? PerUnitPrice { get; init; }

    /// <summary>
    /// Exact price of one credit in minor units, as decimal text, which wins; null if there are no fractions.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PerUnitPriceDecimal { get; init; }

    /// <summary>Name of several credits, such as "tokens", at most 512 characters; null for none.</summary>
    [StringLength(512)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PluralName { get; init; }

    /// <summary>Name of one credit, such as "token", at most 512 characters; null for none.</summary>
    [StringLength(512)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SingularName { get; init; }
}
