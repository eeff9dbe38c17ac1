using System.Text.Json.Serialization;
using Schematic.Contracts.Billing;

namespace Schematic.Contracts.Credits;

/// <summary>A credit type: a unit that is granted or sold in advance and drawn by usage.</summary>
public sealed record BillingCreditResponseData
{
    /// <summary>Order in which grants of this credit are drawn.</summary>
    public required BillingCreditBurnStrategy BurnStrategy { get; init; }

    /// <summary>True if the cost of the credit can still be changed.</summary>
    public required bool CostEditable { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// ISO 4217 code of the main currency in lower case, which <c>price</c> is in. An addition to the published API.
    /// </summary>
    public string? Currency { get; init; }

    /// <summary>Price of one credit in each currency.</summary>
    public required IReadOnlyList<CreditCurrencyPriceResponseData> CurrencyPrices { get; init; }

    /// <summary>Unit of <c>default_expiry_unit_count</c>.</summary>
    public required BillingCreditExpiryUnit DefaultExpiryUnit { get; init; }

    /// <summary>Lifetime of a new grant, in <c>default_expiry_unit</c>; null if it does not expire.</summary>
    public long? DefaultExpiryUnitCount { get; init; }

    /// <summary>Default treatment of credits that are unused when a grant ends.</summary>
    public required BillingCreditRolloverPolicy DefaultRolloverPolicy { get; init; }

    /// <summary>Free text about the credit.</summary>
    public required string Description { get; init; }

    /// <summary>Name of the icon shown with the credit; null if it has none.</summary>
    public string? Icon { get; init; }

    /// <summary>Id of the credit type.</summary>
    public required string Id { get; init; }

    /// <summary>Display name of the credit.</summary>
    public required string Name { get; init; }

    /// <summary>Name of several credits, such as "tokens"; null if none was given.</summary>
    public string? PluralName { get; init; }

    /// <summary>Price of one credit at the billing provider; left out if it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceResponseData? Price { get; init; }

    /// <summary>Product that sells the credit at the billing provider; left out if it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingProductResponseData? Product { get; init; }

    /// <summary>Name of one credit, such as "token"; null if none was given.</summary>
    public string? SingularName { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
