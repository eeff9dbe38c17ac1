using System.Text.Json.Serialization;

namespace Schematic.Contracts.Companies;

public sealed record CompanyMembershipDetailResponseData
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CompanyResponseData? Company { get; init; }

    public required string CompanyId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string Id { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required string UserId { get; init; }
}
