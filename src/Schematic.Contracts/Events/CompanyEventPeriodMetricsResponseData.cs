namespace Schematic.Contracts.Events;

public sealed record CompanyEventPeriodMetricsResponseData
{
    public required string AccountId { get; init; }

    public required DateTimeOffset CapturedAtMax { get; init; }

    public required DateTimeOffset CapturedAtMin { get; init; }

    public required string CompanyId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string EnvironmentId { get; init; }

    public required string EventSubtype { get; init; }

    public required MetricPeriodMonthReset MonthReset { get; init; }

    public required MetricPeriod Period { get; init; }

    public DateTimeOffset? ValidUntil { get; init; }

    public required long Value { get; init; }
}
