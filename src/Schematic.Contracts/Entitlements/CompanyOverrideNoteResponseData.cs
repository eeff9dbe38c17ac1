namespace Schematic.Contracts.Entitlements;

public sealed record CompanyOverrideNoteResponseData
{
    public required DateTimeOffset CreatedAt { get; init; }

    public required string ExternalUserId { get; init; }

    public required string ExternalUserName { get; init; }

    public required string Id { get; init; }

    public required string Note { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
