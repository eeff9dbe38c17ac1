namespace Schematic.Contracts.Events;

/// <summary>An event's name and how often it was received.</summary>
public sealed record EventSummaryResponseData
{
    /// <summary>Number of companies that sent the event.</summary>
    public required long CompanyCount { get; init; }

    /// <summary>Id of the environment it belongs to, <c>env_…</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>Number of events received.</summary>
    public required long EventCount { get; init; }

    /// <summary>Name of the event.</summary>
    public required string EventSubtype { get; init; }

    /// <summary>Time of the latest event, in UTC; null if none was received.</summary>
    public DateTimeOffset? LastSeenAt { get; init; }

    /// <summary>Number of users that sent the event.</summary>
    public required long UserCount { get; init; }
}
