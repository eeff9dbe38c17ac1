namespace Schematic.Contracts.Credits;

/// <summary>Credits used within each of the current periods.</summary>
public sealed record CreditUsageAggregation
{
    /// <summary>Credits used since the billing period began; null if not measured.</summary>
    public double? UsageThisBillingPeriod { get; init; }

    /// <summary>Credits used since the first of the month, 00:00 UTC; null if not measured.</summary>
    public double? UsageThisCalendarMonth { get; init; }

    /// <summary>Credits used since Monday, 00:00 UTC; null if not measured.</summary>
    public double? UsageThisWeek { get; init; }

    /// <summary>Credits used since 00:00 UTC; null if not measured.</summary>
    public double? UsageToday { get; init; }
}
