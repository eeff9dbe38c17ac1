using Schematic.Contracts.Credits;

namespace Schematic.Api.Credits.Ledger;

/// <summary>Credits that a company was given, and what has become of them.</summary>
internal sealed class CreditGrant
{
    /// <summary>Counts the grants of the account in the order in which they were made.</summary>
    public required long Number { get; init; }

    public required BillingCreditGrantReason Reason { get; init; }

    public long QuantityMicroCredits { get; set; }

    /// <summary>Amount that can be spent, without the part that the open lease holds.</summary>
    public long RemainingMicroCredits { get; set; }

    /// <summary>Amount that the open lease holds and has not spent.</summary>
    public long HeldMicroCredits { get; set; }

    /// <summary>Credits that were zeroed out or moved to another grant: neither left nor used.</summary>
    public long RemovedMicroCredits { get; set; }

    public required DateTimeOffset ValidFrom { get; init; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public DateTimeOffset? ZeroedOutAt { get; set; }

    public BillingCreditGrantZeroedOutReason? ZeroedOutReason { get; set; }

    /// <summary>The one grant that refunds accumulate in.</summary>
    public bool TakesRefunds { get; init; }

    /// <summary>The grant that a rollover came from.</summary>
    public long? SourceNumber { get; init; }

    /// <summary>Source of the credits.</summary>
    public GrantOrigin Origin { get; init; }

    /// <summary>Whether anything can still become of it; others need not be read to know the account.</summary>
    public bool IsOpen =>
        RemainingMicroCredits > 0
        || HeldMicroCredits > 0
        || ((TakesRefunds || Origin.ScalesPerLicense) && ZeroedOutAt is null);

    public bool CanBeDrawn(DateTimeOffset now) => RemainingMicroCredits > 0 && ValidFrom <= now && !HasExpired(now);

    public bool HasExpired(DateTimeOffset now) => ExpiresAt <= now;
}

/// <summary>The plan's grant or the bundle that gave credits, by seq; nothing if they were given by hand.</summary>
/// <param name="ScalesPerLicense">Whether the grant grows and shrinks with the company's licenses.</param>
internal readonly record struct GrantOrigin(
    int? PlanSeq = null,
    int? PlanGrantSeq = null,
    int? BundleSeq = null,
    bool ScalesPerLicense = false
);
