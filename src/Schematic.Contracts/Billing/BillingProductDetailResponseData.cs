namespace Schematic.Contracts.Billing;

/// <summary>A product of a billing provider, with all its prices.</summary>
public sealed record BillingProductDetailResponseData
{
    /// <summary>Id of the account it belongs to, <c>acct_…</c>.</summary>
    public required string AccountId { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Deprecated, for prices have currencies: ISO 4217 code in lower case; null if there is none.</summary>
    public string? Currency { get; init; }

    /// <summary>Id of the environment it belongs to, <c>env_…</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>Id of the product at the billing provider.</summary>
    public required string ExternalId { get; init; }

    /// <summary>True if the product can still be sold.</summary>
    public required bool IsActive { get; init; }

    /// <summary>Display name of the product.</summary>
    public required string Name { get; init; }

    /// <summary>Price per unit in minor units of the currency.</summary>
    public required double Price { get; init; }

    /// <summary>
    /// Exact price in minor units, as decimal text, which wins over <c>price</c>; null if there are no fractions.
    /// </summary>
    public string? PriceDecimal { get; init; }

    /// <summary>All prices at which the product is sold.</summary>
    public required IReadOnlyList<BillingPriceResponseData> Prices { get; init; }

    /// <summary>Id that this server gave the product.</summary>
    public required string ProductId { get; init; }

    /// <summary>Billing provider that holds this record.</summary>
    public required BillingProviderType ProviderType { get; init; }

    /// <summary>Number of units.</summary>
    public required double Quantity { get; init; }

    /// <summary>Number of subscriptions that contain the product.</summary>
    public required long SubscriptionCount { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
