namespace Schematic.Contracts.Members;

public sealed record AccountMemberResponseData
{
    public required DateTimeOffset CreatedAt { get; init; }

    public string? Email { get; init; }

    public string? FirstName { get; init; }

    public required string Id { get; init; }

    public string? ImageUrl { get; init; }

    public string? LastName { get; init; }

    public string? Name { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyList<AccountMemberPermission>> Permissions { get; init; }

    public AccountMemberRole? Role { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
