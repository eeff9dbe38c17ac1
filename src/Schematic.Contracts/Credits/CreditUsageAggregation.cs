namespace Schematic.Contracts.Credits;

public sealed record CreditUsageAggregation
{
    public double? UsageThisBillingPeriod { get; init; }

    public double? UsageThisCalendarMonth { get; init; }

    /// <summary>From Monday to Sunday.</summary>
    public double? UsageThisWeek { get; init; }

    public double? UsageToday { get; init; }
}
