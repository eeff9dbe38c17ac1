using Schematic.Api.Entities;
using Schematic.Contracts.Flags;

namespace Schematic.Api.Flags.Rules;

/// <summary>Rules in the form that SDKs evaluate for themselves.</summary>
/// <param name="traits">The trait definitions that rules refer to, by id.</param>
internal sealed class EngineRules(
    string accountId,
    string environmentId,
    IReadOnlyDictionary<string, EntityTraitDefinitionRow> traits
)
{
    public Rule ToContract(FlagRule rule, string? flagId) =>
        new()
        {
            Id = rule.Id,
            AccountId = accountId,
            EnvironmentId = environmentId,
            FlagId = flagId,
            Name = rule.Name,
            Priority = rule.Priority,
            RuleType = rule.RuleType,
            Value = rule.Value,
            Conditions = [.. rule.Conditions.Select(ToContract)],
            ConditionGroups =
            [
                .. rule.ConditionGroups.Select(group => new ConditionGroup
                {
                    Conditions = [.. group.Conditions.Select(ToContract)],
                }),
            ],
        };

    private Condition ToContract(FlagCondition condition) =>
        new()
        {
            Id = condition.Id,
            AccountId = accountId,
            EnvironmentId = environmentId,
            ConditionType = condition.ConditionType,
            Operator = condition.Operator,
            ResourceIds = condition.ResourceIds,
            EventSubtype = condition.EventSubtype,
            MetricPeriod = condition.MetricPeriod,
            MetricPeriodMonthReset = condition.MetricPeriodMonthReset,
            MetricValue = condition.MetricValue,
            CreditId = condition.CreditId.Value,
            ConsumptionRate = condition.CreditCost.Value,
            TraitValue = condition.TraitValue ?? "",
            TraitDefinition = Definition(condition.TraitId),
            ComparisonTraitDefinition = Definition(condition.ComparisonTraitId),
        };

    private TraitDefinition? Definition(string? id) =>
        id is not null && traits.GetValueOrDefault(id) is { } row
            ? new TraitDefinition
            {
                Id = row.Id,
                EntityType = row.EntityType,
                ComparableType =
                    EnumNames<Schematic.Rules.Definitions.ComparableKind, TraitDefinitionComparableType>.Find(
                        FlagPreparation.Kind(row.TraitType)
                    ) ?? TraitDefinitionComparableType.Unknown,
            }
            : null;
}
