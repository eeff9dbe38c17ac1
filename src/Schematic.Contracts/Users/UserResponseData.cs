namespace Schematic.Contracts.Users;

public sealed record UserResponseData
{
    public required DateTimeOffset CreatedAt { get; init; }

    public required string EnvironmentId { get; init; }

    public required string Id { get; init; }

    public DateTimeOffset? LastSeenAt { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
