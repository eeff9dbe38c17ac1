using Schematic.Contracts.Credits;

namespace Schematic.Api.Credits.Ledger;

/// <summary>Credits that an account is given again and again, or that its plan gave it once.</summary>
internal sealed class CreditRenewal
{
    public long Seq { get; init; }

    public required RenewalTerms Terms { get; set; }

    /// <summary>Since when the credits are given.</summary>
    public required DateTimeOffset EnrolledAt { get; init; }

    /// <summary>Start of any billing period of the company; null for periods of the calendar.</summary>
    public DateTimeOffset? BillingStart { get; init; }

    /// <summary>When they are given next; null if never again.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>Number of the grant that was given last; null before the first.</summary>
    public long? CurrentNumber { get; set; }

    public DateTimeOffset? After(DateTimeOffset time) =>
        Terms.Cadence is { } cadence
            ? ResetCalendar.Next(cadence, EnrolledAt, Terms.FollowsBilling ? BillingStart : null, time)
            : null;
}

/// <summary>A grant that is given again, and how often.</summary>
/// <param name="Cadence">Null if it is given once.</param>
/// <param name="FollowsBilling">Whether months are those of billing, and not of the calendar.</param>
/// <param name="Reason">That of each grant.</param>
internal sealed record RenewalTerms(
    long QuantityMicroCredits,
    BillingPlanCreditGrantResetCadence? Cadence,
    bool FollowsBilling,
    BillingCreditGrantReason Reason
)
{
    /// <summary>
    /// Whether what is left of the grant before is removed or rolled over, as with credits of a plan.
    /// </summary>
    public bool Resets { get; init; }

    /// <summary>Percent of unused credits that roll over, 0 to 100.</summary>
    public long RolloverPercentage { get; init; }

    /// <summary>How long each grant lives, whatever is reset.</summary>
    public CreditLifetime Lifetime { get; init; } = CreditLifetime.Endless;

    public GrantOrigin Origin { get; init; }

    /// <summary>Number of licenses that the quantity is for; null unless it scales with them.</summary>
    public long? Licenses { get; init; }

    /// <summary>Top-up that comes with the credits; null if none does.</summary>
    public AutoTopup? Topup { get; init; }
}

/// <summary>Credits that are bought when a draw leaves too few.</summary>
/// <param name="ThresholdMicroCredits">The balance at or under which a draw buys.</param>
internal sealed record AutoTopup(long ThresholdMicroCredits, long AmountMicroCredits, CreditLifetime Lifetime);
