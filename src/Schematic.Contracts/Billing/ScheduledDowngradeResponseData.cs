namespace Schematic.Contracts.Billing;

/// <summary>A change to a cheaper plan that takes effect later.</summary>
public sealed record ScheduledDowngradeResponseData
{
    /// <summary>ISO 4217 code in lower case, such as <c>usd</c>.</summary>
    public required string Currency { get; init; }

    /// <summary>Time from which the new plan holds, in UTC.</summary>
    public required DateTimeOffset EffectiveAfter { get; init; }

    /// <summary>Id of the present plan, <c>plan_…</c>.</summary>
    public required string FromPlanId { get; init; }

    /// <summary>Name of the present plan.</summary>
    public required string FromPlanName { get; init; }

    /// <summary>Price of the present subscription per period, in minor units of the currency.</summary>
    public required long FromSubscriptionPrice { get; init; }

    /// <summary>Id of the scheduled change.</summary>
    public required string Id { get; init; }

    /// <summary>Unit of the present billing interval, such as <c>year</c>.</summary>
    public required string Interval { get; init; }

    /// <summary>Unit of the new billing interval; null if it stays.</summary>
    public string? ScheduledInterval { get; init; }

    /// <summary>New price per period, in minor units of the currency; null if unknown.</summary>
    public long? ScheduledPrice { get; init; }

    /// <summary>Id of the new plan, <c>plan_…</c>.</summary>
    public required string ToPlanId { get; init; }

    /// <summary>Name of the new plan.</summary>
    public required string ToPlanName { get; init; }
}
