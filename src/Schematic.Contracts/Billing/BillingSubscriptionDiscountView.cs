namespace Schematic.Contracts.Billing;

/// <summary>A discount on a subscription.</summary>
public sealed record BillingSubscriptionDiscountView
{
    /// <summary>
    /// Amount taken off each invoice, in minor units of the currency; null if the discount is in percent.
    /// </summary>
    public long? AmountOff { get; init; }

    /// <summary>Id of the coupon at the billing provider.</summary>
    public required string CouponId { get; init; }

    /// <summary>Display name of the coupon.</summary>
    public required string CouponName { get; init; }

    /// <summary>ISO 4217 code of <c>amount_off</c> in lower case; null if the discount is in percent.</summary>
    public string? Currency { get; init; }

    /// <summary>Code that the customer entered; null if there was none.</summary>
    public string? CustomerFacingCode { get; init; }

    /// <summary>Id of the discount at the billing provider.</summary>
    public required string DiscountExternalId { get; init; }

    /// <summary>Time for which the discount holds: <c>once</c>, <c>repeating</c> or <c>forever</c>.</summary>
    public required string Duration { get; init; }

    /// <summary>Number of months of a repeating discount; null for others.</summary>
    public long? DurationInMonths { get; init; }

    /// <summary>Time at which the discount ends, in UTC; null if it has no end.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>True if the discount holds now.</summary>
    public required bool IsActive { get; init; }

    /// <summary>Percent taken off each invoice, 0 to 100; null if the discount is an amount.</summary>
    public double? PercentOff { get; init; }

    /// <summary>Id of the promotion code at the billing provider; null if there was none.</summary>
    public string? PromoCodeExternalId { get; init; }

    /// <summary>Time from which the discount holds, in UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Id of the subscription at the billing provider.</summary>
    public required string SubscriptionExternalId { get; init; }
}
