namespace Schematic.Contracts.Billing;

public sealed record BillingSubscriptionDiscountView
{
    public long? AmountOff { get; init; }

    public required string CouponId { get; init; }

    public required string CouponName { get; init; }

    public string? Currency { get; init; }

    public string? CustomerFacingCode { get; init; }

    public required string DiscountExternalId { get; init; }

    public required string Duration { get; init; }

    public long? DurationInMonths { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public required bool IsActive { get; init; }

    public double? PercentOff { get; init; }

    public string? PromoCodeExternalId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required string SubscriptionExternalId { get; init; }
}
