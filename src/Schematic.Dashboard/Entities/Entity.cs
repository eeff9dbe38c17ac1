using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;

namespace Schematic.Dashboard.Entities;

/// <summary>A company or a user, as far as they are alike: found by keys, described by traits.</summary>
public sealed record Entity
{
    public required EntityType Type { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<EntityKeyDetailResponseData> Keys { get; init; }

    public required IReadOnlyList<EntityTraitDetailResponseData> Traits { get; init; }

    /// <summary>Companies that a user belongs to; empty for a company.</summary>
    public IReadOnlyList<string> CompanyIds { get; init; } = [];

    public DateTimeOffset? LastSeenAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public static Entity FromContract(CompanyDetailResponseData company) =>
        new()
        {
            Type = EntityType.Company,
            Id = company.Id,
            Name = company.Name,
            Keys = company.Keys,
            Traits = company.EntityTraits,
            LastSeenAt = company.LastSeenAt,
            CreatedAt = company.CreatedAt,
            UpdatedAt = company.UpdatedAt,
        };

    public static Entity FromContract(UserDetailResponseData user) =>
        new()
        {
            Type = EntityType.User,
            Id = user.Id,
            Name = user.Name,
            Keys = user.Keys,
            Traits = user.EntityTraits,
            CompanyIds = [.. user.CompanyMemberships.Select(static membership => membership.CompanyId)],
            LastSeenAt = user.LastSeenAt,
            CreatedAt = user.CreatedAt,
            UpdatedAt = user.UpdatedAt,
        };

    /// <summary>
    /// The company with what an edit of its entity has changed; the map of traits, which no screen shows, is left out.
    /// </summary>
    public CompanyDetailResponseData Over(CompanyDetailResponseData company) =>
        company with
        {
            Name = Name,
            Keys = Keys,
            EntityTraits = Traits,
            Traits = null,
            LastSeenAt = LastSeenAt,
            UpdatedAt = UpdatedAt,
        };

    /// <inheritdoc cref="Over(CompanyDetailResponseData)"/>
    public UserDetailResponseData Over(UserDetailResponseData user) =>
        user with
        {
            Name = Name,
            Keys = Keys,
            EntityTraits = Traits,
            Traits = null,
            LastSeenAt = LastSeenAt,
            UpdatedAt = UpdatedAt,
        };
}
