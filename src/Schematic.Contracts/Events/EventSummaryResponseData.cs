namespace Schematic.Contracts.Events;

public sealed record EventSummaryResponseData
{
    public required long CompanyCount { get; init; }

    public required string EnvironmentId { get; init; }

    public required long EventCount { get; init; }

    public required string EventSubtype { get; init; }

    public DateTimeOffset? LastSeenAt { get; init; }

    public required long UserCount { get; init; }
}
