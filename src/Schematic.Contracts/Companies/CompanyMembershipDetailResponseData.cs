using System.Text.Json.Serialization;

namespace Schematic.Contracts.Companies;

/// <summary>The membership of one user in one company.</summary>
public sealed record CompanyMembershipDetailResponseData
{
    /// <summary>The company that the user belongs to.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CompanyResponseData? Company { get; init; }

    /// <summary>Id of the company, <c>comp_…</c>.</summary>
    public required string CompanyId { get; init; }

    /// <summary>Time of creation, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Id of the membership, <c>cmem_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Time of the last change, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Id of the user, <c>user_…</c>.</summary>
    public required string UserId { get; init; }
}
