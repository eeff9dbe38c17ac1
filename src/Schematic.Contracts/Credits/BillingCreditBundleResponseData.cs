using System.Text.Json.Serialization;
using Schematic.Contracts.Billing;

namespace Schematic.Contracts.Credits;

/// <summary>A number of credits that is sold together.</summary>
public sealed record BillingCreditBundleResponseData
{
    /// <summary>Id of the invoice that the bundle was bought with; null unless it was.</summary>
    public string? BillingInvoiceId { get; init; }

    /// <summary>Way in which the size is set.</summary>
    public required BillingCreditBundleType BundleType { get; init; }

    /// <summary>Ids of the plans whose companies may buy it, <c>plan_…</c>; empty for every plan.</summary>
    public required IReadOnlyList<string> CompatiblePlanIds { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Free text about the credit; left out if the credit was deleted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CreditDescription { get; init; }

    /// <summary>Name of the icon shown with the credit; null if it has none.</summary>
    public string? CreditIcon { get; init; }

    /// <summary>Id of the credit type, <c>bilcr_…</c>.</summary>
    public required string CreditId { get; init; }

    /// <summary>Display name of the credit.</summary>
    public required string CreditName { get; init; }

    /// <summary>
    /// ISO 4217 code of the main currency in lower case, which <c>price</c> is in. An addition to the published API.
    /// </summary>
    public string? Currency { get; init; }

    /// <summary>Price of one credit in each currency.</summary>
    public required IReadOnlyList<CreditBundleCurrencyPriceResponseData> CurrencyPrices { get; init; }

    /// <summary>Moment at which bought credits expire.</summary>
    public required BillingCreditExpiryType ExpiryType { get; init; }

    /// <summary>Unit of <c>expiry_unit_count</c>.</summary>
    public required BillingCreditExpiryUnit ExpiryUnit { get; init; }

    /// <summary>Lifetime of bought credits, in <c>expiry_unit</c>; null unless it is a duration.</summary>
    public long? ExpiryUnitCount { get; init; }

    /// <summary>
    /// True if a company holds, or held, credits of the bundle: then it can be made inactive, not deleted.
    /// </summary>
    public required bool HasGrants { get; init; }

    /// <summary>Id of the bundle, <c>bcbn_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Display name of the bundle.</summary>
    public required string Name { get; init; }

    /// <summary>Name of several credits, such as "tokens"; null if none was given.</summary>
    public string? PluralName { get; init; }

    /// <summary>Price of the whole bundle; left out if it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceResponseData? Price { get; init; }

    /// <summary>Credits in the bundle; null if the buyer chooses.</summary>
    public long? Quantity { get; init; }

    /// <summary>Name of one credit, such as "token"; null if none was given.</summary>
    public string? SingularName { get; init; }

    /// <summary>Availability of the bundle.</summary>
    public required BillingCreditBundleStatus Status { get; init; }

    /// <summary>Price of one credit; left out if it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BillingPriceResponseData? UnitPrice { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
