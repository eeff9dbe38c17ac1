using System.Text.Json;
using System.Text.Json.Serialization;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;

namespace Schematic.Contracts.Users;

/// <summary>A user with keys, traits and companies.</summary>
public sealed record UserDetailResponseData
{
    /// <summary>Memberships of the user, one per company.</summary>
    public required IReadOnlyList<CompanyMembershipDetailResponseData> CompanyMemberships { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Traits of the user with their definitions.</summary>
    public required IReadOnlyList<EntityTraitDetailResponseData> EntityTraits { get; init; }

    /// <summary>Id of the environment it belongs to, <c>env_…</c>.</summary>
    public required string EnvironmentId { get; init; }

    /// <summary>Id of the user, <c>user_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Keys that find the user; there is always at least one.</summary>
    public required IReadOnlyList<EntityKeyDetailResponseData> Keys { get; init; }

    /// <summary>Time when last seen, by an event or an upsert, in UTC; null if never.</summary>
    public DateTimeOffset? LastSeenAt { get; init; }

    /// <summary>Name of the user; the first key value unless one was given.</summary>
    public required string Name { get; init; }

    /// <summary>Traits by name, nested as they were sent, each in the JSON type of its definition.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, JsonElement>? Traits { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
