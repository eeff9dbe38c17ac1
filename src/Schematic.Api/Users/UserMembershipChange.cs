using Schematic.Api.Entities;
using Schematic.Api.Http;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;

namespace Schematic.Api.Users;

/// <summary>The companies that an upsert puts a user in.</summary>
/// <param name="References">Each names one company, by id or by keys; keys that are unknown create it.</param>
/// <param name="AreAll">True where the user is to leave every company that is not named.</param>
internal sealed record UserMembershipChange(IReadOnlyList<EntityChange> References, bool AreAll)
{
    /// <summary>
    /// <c>company_id</c> wins over <c>company_ids</c> and <c>company</c> over <c>companies</c>; a single one adds, a
    /// list is the whole truth. Null where nothing is said.
    /// </summary>
    public static UserMembershipChange? From(UpsertUserRequestBody body)
    {
        var ids = body.CompanyId is { } id ? [id] : body.CompanyIds;
        var keys = body.Company is { } company ? [company] : body.Companies;
        if (ids is null && keys is null)
            return null;
        var references = new List<EntityChange>();
        foreach (var one in ids ?? [])
            references.Add(
                new EntityChange
                {
                    EntityType = EntityType.Company,
                    Id = one,
                    Keys = new Dictionary<string, string>(),
                    GetOrCreate = true,
                }
            );
        for (var i = 0; i < (keys?.Count ?? 0); i++)
        {
            var field = body.Company is null ? FieldPath.Item("companies", i) : "company";
            references.Add(
                EntityChange.For(EntityType.Company, keys![i], field: field) with
                {
                    GetOrCreate = true,
                    UpdateOnly = body.UpdateOnly ?? false,
                }
            );
        }

        return new UserMembershipChange(references, AreAll: body is { CompanyId: null, Company: null });
    }
}
