using Schematic.Contracts.Credits;

namespace Schematic.Api.Credits.Ledger;

/// <summary>One row of the ledger: what one cause did to one grant.</summary>
/// <param name="Grant">Null for usage that no grant covered.</param>
/// <param name="AmountMicroCredits">
/// In the sense of the type: granted, used (negative if refunded), removed, or moved elsewhere.
/// </param>
/// <param name="RemainingDelta">What the grant's remaining credits changed by.</param>
/// <param name="HeldDelta">What the credits that a lease holds of it changed by.</param>
internal sealed record CreditMovement(
    CreditEventType Type,
    CreditGrant? Grant,
    long AmountMicroCredits,
    long RemainingDelta,
    long HeldDelta
)
{
    /// <summary>Remainder of the grant afterwards.</summary>
    public long RemainingAfter { get; init; }

    /// <summary>Credits that the account held afterwards, remaining and reserved.</summary>
    public long SettledAfter { get; init; }

    public CreditUsageReason? UsageReason { get; init; }

    public BillingCreditGrantZeroedOutReason? ZeroedOutReason { get; init; }

    /// <summary>The grant that a transfer gave to.</summary>
    public CreditGrant? ToGrant { get; init; }

    public MovementCause Cause { get; init; }
}

/// <summary>Cause of a movement of credits.</summary>
/// <param name="At">When; of a trusted event that is the time it was sent.</param>
/// <param name="EventId">The event that used or returned them.</param>
/// <param name="FeatureSeq">The feature that the event used.</param>
internal readonly record struct MovementCause(DateTimeOffset At, string? EventId = null, int? FeatureSeq = null);
