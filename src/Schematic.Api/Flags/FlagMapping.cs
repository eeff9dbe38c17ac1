using System.Globalization;
using Schematic.Api.Entities;
using Schematic.Api.Features;
using Schematic.Api.Flags.History;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Members;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Flags;

internal static class FlagMapping
{
    /// <summary>
    /// Names the state of a flag in one environment: what all environments share, and its rules there.
    /// </summary>
    public static string ETag(FlagRow flag, FlagEnvironmentRow? state) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{flag.Version}-{state?.RulesVersion ?? 0}\"");

    public static FlagChange FromContract(this CreateFlagRequestBody body) =>
        new(body.Key, body.Name, body.Description, body.FlagType, body.DefaultValue, body.MaintainerAccountMemberId);

    public static FlagChange FromContract(this CreateOrUpdateFlagRequestBody body) =>
        new(body.Key, body.Name, body.Description, body.FlagType, body.DefaultValue, body.MaintainerAccountMemberId);

    public static FlagDetailResponseData ToContract(this FlagDetail detail, string environmentId) =>
        new()
        {
            Id = detail.Flag.Id,
            Key = detail.Flag.Key,
            Name = detail.Flag.Name,
            Description = detail.Flag.Description,
            FlagType = detail.Flag.FlagType,
            DefaultValue = detail.Flag.DefaultValue,
            FeatureId = detail.Head.Feature?.Id,
            Feature = detail.Head.Feature?.ToContract(),
            MaintainerAccountMemberId = detail.Flag.MaintainerId,
            Maintainer = detail.Head.Maintainer?.ToContract(),
            LastCheckedAt = detail.Head.State?.LastCheckedAt,
            Rules = detail.RulesToContract(environmentId),
            CreatedAt = detail.Flag.CreatedAt,
            UpdatedAt = detail.Flag.UpdatedAt,
        };

    public static RulesDetailResponseData ToRulesContract(this FlagDetail detail, string environmentId) =>
        new()
        {
            Flag = new FlagResponseData
            {
                Id = detail.Flag.Id,
                Key = detail.Flag.Key,
                Name = detail.Flag.Name,
                Description = detail.Flag.Description,
                FlagType = detail.Flag.FlagType,
                DefaultValue = detail.Flag.DefaultValue,
                FeatureId = detail.Head.Feature?.Id,
                MaintainerAccountMemberId = detail.Flag.MaintainerId,
                CreatedAt = detail.Flag.CreatedAt,
                UpdatedAt = detail.Flag.UpdatedAt,
            },
            Rules = detail.RulesToContract(environmentId),
        };

    private static IReadOnlyList<RuleDetailResponseData> RulesToContract(this FlagDetail detail, string environmentId)
    {
        IReadOnlyList<FlagRule> all = [.. detail.Rules, .. detail.Derived];
        return all.ToContract(detail.Flag.Id, environmentId, detail.Names);
    }

    /// <param name="names">What the ids in the rules stand for.</param>
    public static IReadOnlyList<RuleDetailResponseData> ToContract(
        this IReadOnlyList<FlagRule> rules,
        string? flagId,
        string environmentId,
        RuleNames names
    ) => [.. rules.Select(rule => new Place(flagId, environmentId, rule.Id, null, names).ToContract(rule))];

    public static FlagRuleSaveResponseData ToContract(
        this FlagRuleSaveRow row,
        IReadOnlyList<RuleDetailResponseData> rules
    ) =>
        new()
        {
            Id = row.Id,
            Version = row.Version,
            Comment = row.Comment,
            CreatedAt = row.SavedAt,
            Actor = row.ActorType is { } type
                ? new FlagRuleSaveActor
                {
                    ActorType = type,
                    Id = row.ActorId!,
                    Name = row.ActorName!,
                }
                : null,
            Rules = rules,
        };

    private static RuleDetailResponseData ToContract(this Place place, FlagRule rule) =>
        new()
        {
            Id = rule.Id,
            EnvironmentId = place.EnvironmentId,
            FlagId = place.FlagId,
            Name = rule.Name,
            Priority = rule.Priority,
            RuleType = rule.RuleType,
            Value = rule.Value,
            Conditions = [.. rule.Conditions.Select(place.ToContract)],
            ConditionGroups = [.. rule.ConditionGroups.Select(group => place.ToContract(group))],
            CreatedAt = rule.CreatedAt,
            UpdatedAt = rule.UpdatedAt,
            Extra = rule.Extra,
        };

    private static RuleConditionGroupDetailResponseData ToContract(this Place place, FlagConditionGroup group) =>
        new()
        {
            Id = group.Id,
            EnvironmentId = place.EnvironmentId,
            FlagId = place.FlagId,
            RuleId = place.RuleId,
            Conditions = [.. group.Conditions.Select((place with { GroupId = group.Id }).ToContract)],
            CreatedAt = group.CreatedAt,
            UpdatedAt = group.UpdatedAt,
            Extra = group.Extra,
        };

    private static RuleConditionDetailResponseData ToContract(this Place place, FlagCondition condition)
    {
        var trait = place.Trait(condition.TraitId);
        return new RuleConditionDetailResponseData(condition, condition.Id, place.RuleId, place.EnvironmentId)
        {
            FlagId = place.FlagId,
            ConditionGroupId = place.GroupId,
            Resources =
            [
                .. condition
                    .ResourceIds.Where(place.Names.Resources.ContainsKey)
                    .Select(id => new PreviewObjectResponseData { Id = id, Name = place.Names.Resources[id] }),
            ],
            Trait = trait?.ToContract(),
            TraitEntityType = trait?.EntityType,
            ComparisonTrait = place.Trait(condition.ComparisonTraitId)?.ToContract(),
            CreatedAt = condition.CreatedAt,
            UpdatedAt = condition.UpdatedAt,
            Extra = condition.Extra,
        };
    }

    /// <summary>
    /// The ids of all that contains a condition, which the answer repeats, and the names of what it refers to.
    /// </summary>
    private sealed record Place(string? FlagId, string EnvironmentId, string RuleId, string? GroupId, RuleNames Names)
    {
        public EntityTraitDefinitionRow? Trait(string? id) => id is null ? null : Names.Traits.GetValueOrDefault(id);
    }
}
