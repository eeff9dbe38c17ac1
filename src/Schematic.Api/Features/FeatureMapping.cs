using Schematic.Api.Entities;
using Schematic.Api.Flags;
using Schematic.Api.Members;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Features;

internal static class FeatureMapping
{
    public static FeatureResponseData ToContract(this FeatureRow row) =>
        new()
        {
            Id = row.Id,
            Name = row.Name,
            Description = row.Description,
            FeatureType = row.FeatureType,
            EventSubtype = row.EventSubtype,
            TraitId = row.TraitId,
            Icon = row.Icon,
            LicenseId = row.LicenseId,
            LifecyclePhase = row.LifecyclePhase,
            MaintainerAccountMemberId = row.MaintainerId,
            PluralName = row.PluralName,
            SingularName = row.SingularName,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
        };

    /// <param name="flags">One, or none.</param>
    /// <param name="plans">Those that give it now.</param>
    /// <param name="eventSummary">Null if the feature counts no event.</param>
    public static FeatureDetailResponseData ToDetailContract(
        this FeatureWithRefs head,
        IReadOnlyList<FlagDetailResponseData> flags,
        IReadOnlyList<PreviewObject> plans,
        EventSummaryResponseData? eventSummary
    ) =>
        new()
        {
            Id = head.Feature.Id,
            Name = head.Feature.Name,
            Description = head.Feature.Description,
            FeatureType = head.Feature.FeatureType,
            EventSubtype = head.Feature.EventSubtype,
            EventSummary = eventSummary,
            TraitId = head.Feature.TraitId,
            Trait = head.Trait?.ToContract(),
            Icon = head.Feature.Icon,
            LicenseId = head.Feature.LicenseId,
            LifecyclePhase = head.Feature.LifecyclePhase,
            MaintainerAccountMemberId = head.Feature.MaintainerId,
            Maintainer = head.Maintainer?.ToContract(),
            PluralName = head.Feature.PluralName,
            SingularName = head.Feature.SingularName,
            Flags = flags,
            Plans = plans,
            CreatedAt = head.Feature.CreatedAt,
            UpdatedAt = head.Feature.UpdatedAt,
        };

    /// <summary>As plans and entitlements show it; the rules of its flag are told by the flag itself.</summary>
    /// <param name="flag">Null if the feature has none.</param>
    public static FeatureInPlanResponseData ToPlanContract(
        this FeatureRow row,
        FlagRow? flag,
        IReadOnlyList<PreviewObject> plans
    ) =>
        new()
        {
            Id = row.Id,
            Name = row.Name,
            Description = row.Description,
            FeatureType = row.FeatureType,
            EventSubtype = row.EventSubtype,
            TraitId = row.TraitId,
            Icon = row.Icon,
            LicenseId = row.LicenseId,
            LifecyclePhase = row.LifecyclePhase,
            MaintainerAccountMemberId = row.MaintainerId,
            PluralName = row.PluralName,
            SingularName = row.SingularName,
            Flags = flag is null ? [] : [flag.ToPlanContract(row.Id)],
            Plans = plans,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
        };

    private static FlagInPlanResponseData ToPlanContract(this FlagRow row, string featureId) =>
        new()
        {
            Id = row.Id,
            Key = row.Key,
            Name = row.Name,
            Description = row.Description,
            FlagType = row.FlagType,
            DefaultValue = row.DefaultValue,
            FeatureId = featureId,
            MaintainerAccountMemberId = row.MaintainerId,
            Rules = [],
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
        };
}
