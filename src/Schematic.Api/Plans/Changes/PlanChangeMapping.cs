using Schematic.Api.ApiKeys;
using Schematic.Api.Entities;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Plans.Changes;

internal static class PlanChangeMapping
{
    /// <summary>
    /// There is no billing provider, and no quantity that is bought in advance: members about them are empty.
    /// </summary>
    public static PlanChangeResponseData ToContract(this PlanChangeDetail detail, string environmentId, KeyUsage usage)
    {
        var row = detail.Row;
        var isMember = row.ActorType == ActorType.AppUser;
        return new PlanChangeResponseData
        {
            Id = row.Id,
            EnvironmentId = environmentId,
            CompanyId = row.CompanyId,
            Company = detail.Company?.ToContract(environmentId),
            Action = row.Action,
            BasePlanAction = row.BasePlanAction,
            IsVersionUpgrade = row.IsVersionUpgrade,
            BasePlan = detail.BasePlan?.ToPlan(),
            BasePlanVersion = detail.BasePlan?.ToVersion(),
            PreviousBasePlan = detail.PreviousBasePlan?.ToPlan(),
            PreviousBasePlanVersion = detail.PreviousBasePlan?.ToVersion(),
            AddOnsAdded = [.. detail.AddOnsAdded.Select(ToPlan)],
            AddOnsRemoved = [.. detail.AddOnsRemoved.Select(ToPlan)],
            TraitsUpdated = [],
            ActorType = row.ActorType,
            ApiKey = detail.Key?.Row.ToContract(detail.Key.Environment, usage),
            UserId = isMember ? row.ActorId : null,
            UserName = isMember ? row.ActorName : null,
            RequestId = row.RequestId,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.CreatedAt,
        };
    }

    private static PlanSnapshotView ToPlan(this PlanSnapshot snapshot) =>
        new()
        {
            Id = snapshot.Row.PlanId,
            Name = snapshot.Row.Name,
            Description = snapshot.Row.Description,
            Icon = WireEnum<PlanIcon>.ToWire(snapshot.Row.Icon),
            Deleted = snapshot.IsDeleted,
        };

    private static PlanVersionSnapshotView ToVersion(this PlanSnapshot snapshot) =>
        new()
        {
            Id = snapshot.Row.PlanVersionId,
            Name = snapshot.Row.VersionName,
            Version = snapshot.Row.Version,
        };

    private static CompanyResponseData ToContract(this EntityRow company, string environmentId) =>
        new()
        {
            Id = company.Id,
            EnvironmentId = environmentId,
            Name = company.Name,
            LastSeenAt = company.LastSeenAt,
            CreatedAt = company.CreatedAt,
            UpdatedAt = company.UpdatedAt,
        };
}
