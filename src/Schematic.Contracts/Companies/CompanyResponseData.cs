namespace Schematic.Contracts.Companies;

/// <summary>A company, without its keys, traits and plans.</summary>
public sealed record CompanyResponseData
{
    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Id of the environment it belongs to, <c>env_…</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>Id of the company, <c>comp_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Time when last seen, by an event or an upsert, in UTC; null if never.</summary>
    public DateTimeOffset? LastSeenAt { get; init; }

    /// <summary>Address of the company's logo; null if it has none.</summary>
    public string? LogoUrl { get; init; }

    /// <summary>Name of the company; its first key value unless one was given.</summary>
    public required string Name { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
