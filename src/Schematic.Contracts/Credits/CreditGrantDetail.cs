namespace Schematic.Contracts.Credits;

/// <summary>A grant that counts into a company's credits.</summary>
public sealed record CreditGrantDetail
{
    /// <summary>Name of the icon shown with the credit; null if it has none.</summary>
    public string? CreditTypeIcon { get; init; }

    /// <summary>Time of expiry, in UTC; null if the grant never expires.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Origin of the grant.</summary>
    public required BillingCreditGrantReason GrantReason { get; init; }

    /// <summary>Credits granted.</summary>
    public required double Quantity { get; init; }
}
