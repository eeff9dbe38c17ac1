namespace Schematic.Contracts.Users;

/// <summary>A user, without keys, traits and companies.</summary>
public sealed record UserResponseData
{
    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Id of the environment it belongs to, <c>env_…</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>Id of the user, <c>user_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Time when last seen, by an event or an upsert, in UTC; null if never.</summary>
    public DateTimeOffset? LastSeenAt { get; init; }

    /// <summary>Name of the user; the first key value unless one was given.</summary>
    public required string Name { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
