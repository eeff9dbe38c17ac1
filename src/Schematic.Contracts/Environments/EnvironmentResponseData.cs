namespace Schematic.Contracts.Environments;

/// <summary>An environment, with companies, users and rules that no other environment sees.</summary>
public sealed record EnvironmentResponseData
{
    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Purpose of the environment, which also marks the secrets of its keys.</summary>
    public required EnvironmentType EnvironmentType { get; init; }

    /// <summary>Id of the environment, <c>env_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Display name.</summary>
    public required string Name { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
