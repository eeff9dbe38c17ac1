using Schematic.Api.Entities;
using Schematic.Api.Flags;
using Schematic.Api.Members;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;

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
            LifecyclePhase = row.LifecyclePhase,
            MaintainerAccountMemberId = row.MaintainerId,
            PluralName = row.PluralName,
            SingularName = row.SingularName,
            CreatedAt = row.CreatedAt,
            UpdatedAt = row.UpdatedAt,
        };

    /// <summary>Members for plans are present and empty, or left out.</summary>
    /// <param name="flags">One, or none.</param>
    /// <param name="eventSummary">Null if the feature counts no event.</param>
    public static FeatureDetailResponseData ToDetailContract(
        this FeatureWithRefs head,
        IReadOnlyList<FlagDetailResponseData> flags,
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
            LifecyclePhase = head.Feature.LifecyclePhase,
            MaintainerAccountMemberId = head.Feature.MaintainerId,
            Maintainer = head.Maintainer?.ToContract(),
            PluralName = head.Feature.PluralName,
            SingularName = head.Feature.SingularName,
            Flags = flags,
            Plans = [],
            CreatedAt = head.Feature.CreatedAt,
            UpdatedAt = head.Feature.UpdatedAt,
        };
}
