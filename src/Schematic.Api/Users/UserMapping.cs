using Schematic.Api.Companies;
using Schematic.Api.Entities;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;

namespace Schematic.Api.Users;

internal static class UserMapping
{
    public static EntityChange FromContract(this UpsertUserRequestBody body) =>
        EntityChange.For(EntityType.User, body.Keys, body.Id) with
        {
            Name = body.Name,
            LastSeenAt = body.LastSeenAt,
            Traits = TraitChange.FromTraits(body.Traits),
            RemoveKeys = body.RemoveKeys ?? [],
            UpdateOnly = body.UpdateOnly ?? false,
        };

    /// <param name="withDefinitions">False in lists, which would say the same few definitions on every row.</param>
    public static UserDetailResponseData ToDetailContract(
        this EntityDetail user,
        string environmentId,
        IEnumerable<MembershipDetail> memberships,
        bool withDefinitions = true
    ) =>
        new()
        {
            Id = user.Id,
            EnvironmentId = environmentId,
            Name = user.Name,
            LastSeenAt = user.LastSeenAt,
            CreatedAt = user.CreatedAt,
            UpdatedAt = user.UpdatedAt,
            Keys = user.KeysToContract(environmentId, withDefinitions),
            EntityTraits = user.TraitsToContract(environmentId, withDefinitions),
            Traits = user.TraitMap(),
            CompanyMemberships = [.. memberships.Select(membership => membership.ToContract(environmentId))],
        };

    public static UserResponseData ToContract(this EntityDetail user, string environmentId) =>
        new()
        {
            Id = user.Id,
            EnvironmentId = environmentId,
            Name = user.Name,
            LastSeenAt = user.LastSeenAt,
            CreatedAt = user.CreatedAt,
            UpdatedAt = user.UpdatedAt,
        };
}
