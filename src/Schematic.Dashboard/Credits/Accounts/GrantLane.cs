using Schematic.Contracts.Credits;

namespace Schematic.Dashboard.Credits.Accounts;

/// <summary>A grant that still has something left.</summary>
/// <param name="Left">Credits remaining, and held for a task.</param>
/// <param name="Held">The part of them that is held.</param>
/// <param name="From">Time from which it can be spent.</param>
/// <param name="Until">Time of expiry; null if it never expires.</param>
public sealed record GrantLane(
    BillingCreditGrantResponseData Grant,
    decimal Left,
    decimal Held,
    DateTimeOffset From,
    DateTimeOffset? Until
)
{
    public decimal Quantity { get; } = CreditAmount.FromWire(Grant.Quantity);

    /// <summary>Share that is left, from 0 to 1.</summary>
    public double ShareLeft => Quantity <= 0 ? 0 : (double)Math.Clamp(Left / Quantity, 0, 1);

    /// <summary>Amount that the next use can take from it.</summary>
    public decimal Spendable => Left - Held;

    public static GrantLane FromContract(BillingCreditGrantResponseData grant) =>
        new(
            grant,
            CreditAmount.FromWire(grant.Settled ?? grant.QuantityRemaining),
            CreditAmount.FromWire(grant.Reserved ?? 0),
            grant.ValidFrom ?? grant.CreatedAt,
            grant.ExpiresAt
        );

    /// <summary>The grants with something left, in the order in which they are spent.</summary>
    public static IReadOnlyList<GrantLane> Of(
        IEnumerable<BillingCreditGrantResponseData> grants,
        BillingCreditBurnStrategy strategy,
        DateTimeOffset now
    ) => [.. grants.Where(grant => IsOpen(grant, now)).Order(new GrantOrder(strategy)).Select(FromContract)];

    /// <summary>True if something is left that can be spent, now or later, or that a hold may return.</summary>
    public static bool IsOpen(BillingCreditGrantResponseData grant, DateTimeOffset now) =>
        grant.Reserved > 0 || (grant.QuantityRemaining > 0 && !(grant.ExpiresAt <= now));
}
