using Schematic.Api.Entities;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;

namespace Schematic.Api.Companies;

internal static class CompanyMapping
{
    public static EntityChange FromContract(this UpsertCompanyRequestBody body) =>
        EntityChange.For(EntityType.Company, body.Keys, body.Id) with
        {
            Name = body.Name,
            LastSeenAt = body.LastSeenAt,
            Traits = TraitChange.FromTraits(body.Traits),
            RemoveKeys = body.RemoveKeys ?? [],
            UpdateOnly = body.UpdateOnly ?? false,
            PreventKeyRemap = body.PreventKeyRemap ?? false,
        };

    public static CompanyResponseData ToContract(this EntityDetail company, string environmentId) =>
        new()
        {
            Id = company.Id,
            EnvironmentId = environmentId,
            Name = company.Name,
            LastSeenAt = company.LastSeenAt,
            CreatedAt = company.CreatedAt,
            UpdatedAt = company.UpdatedAt,
        };

    public static CompanyMembershipDetailResponseData ToContract(
        this MembershipDetail membership,
        string environmentId
    ) =>
        new()
        {
            Id = membership.Id,
            CompanyId = membership.Company.Id,
            UserId = membership.UserId,
            Company = membership.Company with { EnvironmentId = environmentId },
            CreatedAt = membership.CreatedAt,
            UpdatedAt = membership.UpdatedAt,
        };
}
