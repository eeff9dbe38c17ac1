namespace Schematic.Contracts.Credits;

public sealed record CreditGrantDetail
{
    public string? CreditTypeIcon { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public required BillingCreditGrantReason GrantReason { get; init; }

    public required double Quantity { get; init; }
}
