namespace Schematic.Contracts.Events;

/// <summary>Usage of one company: one event, counted over one period.</summary>
public sealed record CompanyEventPeriodMetricsResponseData
{
    /// <summary>Id of the account it belongs to, <c>acct_…</c>.</summary>
    public required string AccountId { get; init; }

    /// <summary>Time of the latest event counted, in UTC.</summary>
    public required DateTimeOffset CapturedAtMax { get; init; }

    /// <summary>Time of the earliest event counted, in UTC.</summary>
    public required DateTimeOffset CapturedAtMin { get; init; }

    /// <summary>Id of the company, <c>comp_…</c>.</summary>
    public required string CompanyId { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Id of the environment it belongs to, <c>env_…</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>Name of the counted event.</summary>
    public required string EventSubtype { get; init; }

    /// <summary>Day on which a monthly count restarts.</summary>
    public required MetricPeriodMonthReset MonthReset { get; init; }

    /// <summary>Period over which events are counted.</summary>
    public required MetricPeriod Period { get; init; }

    /// <summary>Time at which the count restarts, in UTC; null if it never does.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>Sum of the quantities of all events in the period.</summary>
    public required long Value { get; init; }
}
