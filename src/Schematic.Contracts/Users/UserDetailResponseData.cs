using System.Text.Json;
using System.Text.Json.Serialization;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;

namespace Schematic.Contracts.Users;

public sealed record UserDetailResponseData
{
    public required IReadOnlyList<CompanyMembershipDetailResponseData> CompanyMemberships { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required IReadOnlyList<EntityTraitDetailResponseData> EntityTraits { get; init; }

    public required string EnvironmentId { get; init; }

    public required string Id { get; init; }

    public required IReadOnlyList<EntityKeyDetailResponseData> Keys { get; init; }

    public DateTimeOffset? LastSeenAt { get; init; }

    public required string Name { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, JsonElement>? Traits { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
