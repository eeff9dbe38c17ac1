using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Credits;

/// <summary>New name, description and terms of a credit type.</summary>
public sealed record UpdateBillingCreditRequestBody
{
    /// <summary>Order in which grants are drawn; null or left out, it stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditBurnStrategy? BurnStrategy { get; init; }

    /// <summary>Prices of one credit in further currencies, at most 50; null or left out, they stay.</summary>
    [MaxLength(50)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CreditCurrencyPriceRequestBody>? CurrencyPrices { get; init; }

    /// <summary>Unit of <c>default_expiry_unit_count</c>; null or left out, it stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditExpiryUnit? DefaultExpiryUnit { get; init; }

    /// <summary>
    /// Lifetime of a new grant in that unit, 1 or more; null if grants do not expire; left out, it stays.
    /// </summary>
    [Range(1, long.MaxValue)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<long?> DefaultExpiryUnitCount { get; init; }

    /// <summary>Treatment of unused credits when a grant ends; null or left out, it stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingCreditRolloverPolicy? DefaultRolloverPolicy { get; init; }

    /// <summary>Free text about the credit, at most 1,024 characters.</summary>
    [StringLength(1024)]
    public required string Description { get; init; }

    /// <summary>Name of the icon, at most 64 characters; null for none; left out, it stays.</summary>
    [StringLength(64)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Icon { get; init; }

    /// <summary>Display name, at most 255 characters.</summary>
    [StringLength(255)]
    public required string Name { get; init; }

    /// <summary>Price of one credit in minor units of the currency; null for none; left out, it stays.</summary>
    [Range(1, long.MaxValue)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<long?> PerUnitPrice { get; init; }

    /// <summary>
    /// Exact price of one credit in minor units, as decimal text, which wins; null if there are no fractions; left out,
    /// it stays.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> PerUnitPriceDecimal { get; init; }

    /// <summary>
    /// Name of several credits, such as "tokens", at most 512 characters; null for none; left out, it stays.
    /// </summary>
    [StringLength(512)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> PluralName { get; init; }

    /// <summary>
    /// Name of one credit, such as "token", at most 512 characters; null for none; left out, it stays.
    /// </summary>
    [StringLength(512)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> SingularName { get; init; }
}
