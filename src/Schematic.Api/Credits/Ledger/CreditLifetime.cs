using Schematic.Contracts.Credits;

namespace Schematic.Api.Credits.Ledger;

/// <summary>How long granted credits live.</summary>
/// <param name="Count">Number of units; null unless the type is a duration.</param>
internal readonly record struct CreditLifetime(
    BillingCreditExpiryType Type,
    BillingCreditExpiryUnit Unit = BillingCreditExpiryUnit.Days,
    long? Count = null
)
{
    /// <summary>The longest duration: 27 years of days, 833 of months.</summary>
    public const long MaxCount = 10_000;

    public static CreditLifetime Endless { get; } = new(BillingCreditExpiryType.NoExpiry);

    public static CreditLifetime Days(long count) =>
        new(BillingCreditExpiryType.Duration, BillingCreditExpiryUnit.Days, count);

    /// <summary>When credits that are granted at a time expire; null if never.</summary>
    /// <param name="billingStart">
    /// Start of any billing period of the company; null for periods of the calendar.
    /// </param>
    /// <param name="trialEnd">End of the company's trial; null if it has none, so that nothing ends with it.</param>
    public DateTimeOffset? EndFrom(
        DateTimeOffset grantedAt,
        DateTimeOffset? billingStart = null,
        DateTimeOffset? trialEnd = null
    ) =>
        Type switch
        {
            BillingCreditExpiryType.Duration when Unit == BillingCreditExpiryUnit.BillingPeriods => grantedAt.AddMonths(
                (int)(Count ?? 1)
            ),
            BillingCreditExpiryType.Duration => grantedAt.AddDays(Count ?? 1),
            BillingCreditExpiryType.EndOfBillingPeriod => ResetCalendar.NextMonth(billingStart, grantedAt),
            BillingCreditExpiryType.EndOfNextBillingPeriod => ResetCalendar.NextMonth(
                billingStart,
                ResetCalendar.NextMonth(billingStart, grantedAt)
            ),
            BillingCreditExpiryType.EndOfTrial => trialEnd,
            _ => null,
        };
}
