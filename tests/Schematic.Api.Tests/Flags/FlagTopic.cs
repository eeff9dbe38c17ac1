using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Users;
using Schematic.Gateway;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Flags;

/// <summary>Flags, rules and conditions as small as they can be.</summary>
public abstract class FlagTopic(ApiFixture api) : ApiTopic(api)
{
    protected static CreateFlagRequestBody FlagBody(string? key = null) =>
        new()
        {
            Key = key ?? Unique("flag"),
            Name = "Export",
            Description = "",
            FlagType = FlagType.Boolean,
            DefaultValue = false,
        };

    protected async Task<FlagDetailResponseData> NewFlagAsync(string? key = null) =>
        (await Production.Flags.CreateAsync(FlagBody(key), Cancellation)).Data;

    protected async Task<CompanyDetailResponseData> NewCompanyAsync(SchematicGateway? gateway = null) =>
        (
            await (gateway ?? Production).Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Keys = new Dictionary<string, string> { ["domain"] = Unique("acme") },
                    Name = "Acme",
                },
                Cancellation
            )
        ).Data;

    protected async Task<PlanDetailResponseData> NewPlanAsync(SchematicGateway? gateway = null) =>
        (
            await (gateway ?? Production).Plans.CreateAsync(
                new CreatePlanRequestBody { Name = Unique("plan"), PlanType = PlanType.Plan },
                Cancellation
            )
        ).Data;

    protected async Task<UserDetailResponseData> NewUserAsync() =>
        (
            await Production.Users.UpsertAsync(
                new UpsertUserRequestBody
                {
                    Keys = new Dictionary<string, string> { ["email"] = Unique("ada") },
                    Name = "Ada",
                },
                Cancellation
            )
        ).Data;

    protected async Task<EntityTraitDefinitionResponseData> NewTraitAsync(
        TraitType type,
        EntityType entityType = EntityType.Company
    ) =>
        (
            await Production.Entities.GetOrCreateTraitDefinitionAsync(
                new CreateEntityTraitDefinitionRequestBody
                {
                    EntityType = entityType,
                    Hierarchy = [Unique("trait")],
                    TraitType = type,
                },
                Cancellation
            )
        ).Data;

    protected static CreateOrUpdateConditionRequestBody Condition(ConditionType type, params string[] ids) =>
        new()
        {
            ConditionType = type,
            Operator = ComparableOperator.Eq,
            ResourceIds = ids,
        };

    protected static CreateOrUpdateConditionRequestBody OnTrait(
        string traitId,
        string value,
        ComparableOperator comparison = ComparableOperator.Eq
    ) =>
        new()
        {
            ConditionType = ConditionType.Trait,
            Operator = comparison,
            ResourceIds = [],
            TraitId = traitId,
            TraitValue = value,
        };

    protected static CreateOrUpdateRuleRequestBody Rule(
        string name,
        params CreateOrUpdateConditionRequestBody[] conditions
    ) =>
        new()
        {
            Name = name,
            Priority = 1,
            Value = true,
            Conditions = conditions,
            ConditionGroups = [],
        };

    protected static UpdateFlagRulesRequestBody Rules(params CreateOrUpdateRuleRequestBody[] rules) =>
        new() { Rules = rules };

    protected async Task<IReadOnlyList<RuleDetailResponseData>> WriteAsync(
        string flagId,
        params CreateOrUpdateRuleRequestBody[] rules
    ) => (await Production.Flags.UpdateRulesAsync(flagId, Rules(rules), null, Cancellation)).Data.Rules;

    /// <summary>What a client that knows the published description sends to write back what it has read.</summary>
    protected static CreateOrUpdateRuleRequestBody BackOf(RuleDetailResponseData rule) =>
        new()
        {
            Id = rule.Id,
            Name = rule.Name,
            Priority = rule.Priority,
            RuleType = rule.RuleType,
            Value = rule.Value,
            Conditions = [.. rule.Conditions.Select(BackOf)],
            ConditionGroups =
            [
                .. rule.ConditionGroups.Select(static group => new CreateOrUpdateConditionGroupRequestBody
                {
                    Id = group.Id,
                    FlagId = group.FlagId,
                    Conditions = [.. group.Conditions.Select(BackOf)],
                }),
            ],
        };

    protected static CreateOrUpdateConditionRequestBody BackOf(RuleConditionDetailResponseData condition) =>
        new()
        {
            Id = condition.Id,
            ConditionType = condition.ConditionType,
            Operator = condition.Operator,
            ResourceIds = condition.ResourceIds,
            TraitId = condition.TraitId,
            TraitValue = condition.TraitValue,
            ComparisonTraitId = condition.ComparisonTraitId,
            EventSubtype = condition.EventSubtype,
            MetricPeriod = condition.MetricPeriod,
            MetricPeriodMonthReset = condition.MetricPeriodMonthReset,
            MetricValue = condition.MetricValue,
        };
}
