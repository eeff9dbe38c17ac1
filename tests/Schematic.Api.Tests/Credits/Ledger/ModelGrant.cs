using Schematic.Contracts.Credits;

namespace Schematic.Api.Tests.Credits.Ledger;

internal sealed class ModelGrant(
    long number,
    BillingCreditGrantReason reason,
    DateTimeOffset from,
    DateTimeOffset? expires,
    int? plan
)
{
    public long Number => number;

    public BillingCreditGrantReason Reason => reason;

    public DateTimeOffset From => from;

    public DateTimeOffset? Expires { get; set; } = expires;

    public int? Plan => plan;

    public bool IsPool { get; init; }

    public decimal Remaining { get; set; }

    public decimal Held { get; set; }

    /// <summary>Why what was left was taken away; null if it was not.</summary>
    public string? Removed { get; set; }

    public bool CanBeSpent(DateTimeOffset now) => Remaining > 0 && !(Expires <= now);
}

internal sealed class ModelLease(string id)
{
    public string Id => id;

    public DateTimeOffset Expires { get; set; }
}

/// <param name="What">Type of the movement, or its reason where the type alone says too little.</param>
/// <param name="Grant">Number of the grant; null for usage that none covered.</param>
internal sealed record ModelMovement(string What, long? Grant, decimal Amount, DateTimeOffset At);

/// <summary>Credits of a plan, which begin anew in each period.</summary>
/// <param name="Rollover">Percent.</param>
internal sealed record ModelRenewal(
    int Plan,
    decimal Quantity,
    BillingPlanCreditGrantResetCadence Cadence,
    long Rollover,
    DateTimeOffset Enrolled
)
{
    public DateTimeOffset NextAt { get; set; }

    public ModelGrant? Current { get; set; }

    /// <summary>The next reset: days and weeks from enrolment on, months and longer as the calendar has them.</summary>
    public DateTimeOffset After(DateTimeOffset time)
    {
        if (Cadence is BillingPlanCreditGrantResetCadence.Daily or BillingPlanCreditGrantResetCadence.Weekly)
        {
            var days = Cadence == BillingPlanCreditGrantResetCadence.Daily ? 1 : 7;
            var next = Enrolled;
            while (next <= time)
                next = next.AddDays(days);
            return next;
        }

        var first = new DateTimeOffset(time.Year, time.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1);
        while ((first.Month - 1) % Months != 0)
            first = first.AddMonths(1);
        return first;
    }

    private int Months =>
        Cadence switch
        {
            BillingPlanCreditGrantResetCadence.Quarterly => 3,
            BillingPlanCreditGrantResetCadence.Every6Months => 6,
            BillingPlanCreditGrantResetCadence.Yearly => 12,
            _ => 1,
        };
}
