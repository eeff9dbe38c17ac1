namespace Schematic.Contracts.Companies;

public sealed record CompanyResponseData
{
    public required DateTimeOffset CreatedAt { get; init; }

    public required string EnvironmentId { get; init; }

    public required string Id { get; init; }

    public DateTimeOffset? LastSeenAt { get; init; }

    public string? LogoUrl { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
