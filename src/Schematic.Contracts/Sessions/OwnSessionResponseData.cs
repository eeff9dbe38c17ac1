namespace Schematic.Contracts.Sessions;

/// <summary>One of a member's own sessions.</summary>
public sealed record OwnSessionResponseData
{
    /// <summary>Id of the session, <c>sess_…</c>; it opens nothing.</summary>
    public required string Id { get; init; }

    /// <summary>Time of the sign-in, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Time at which the session was last used, in UTC, to the hour.</summary>
    public required DateTimeOffset LastUsedAt { get; init; }

    /// <summary>Time at which the session ends, in UTC, unless it is used before.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>IP address of the browser at sign-in; null if it was not known.</summary>
    public string? Address { get; init; }

    /// <summary>Description of itself that the browser sent at sign-in; null if it sent none.</summary>
    public string? UserAgent { get; init; }

    /// <summary>True for the session that asks.</summary>
    public required bool IsCurrent { get; init; }
}
