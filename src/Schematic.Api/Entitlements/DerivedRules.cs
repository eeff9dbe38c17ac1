using System.Globalization;
using Schematic.Api.Entitlements.Terms;
using Schematic.Api.Flags.Rules;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Rules.Facts;

namespace Schematic.Api.Entitlements;

/// <summary>
/// Makes the rules that an entitlement adds to the flag of its feature. They are made wherever they are needed and
/// stored nowhere, so that they cannot differ from it. Source: domain, derived rules.
/// </summary>
/// <param name="who">Whom it is for: a version of a plan, or a company.</param>
internal sealed class DerivedRules(GrantedFeature granted, DerivedRules.Holder who)
{
    private EntitlementTerms Terms => granted.Terms;

    private bool IsOverride => Terms.Source == EntitlementSource.Override;

    private RuleType Tier => IsOverride ? RuleType.CompanyOverride : RuleType.PlanEntitlement;

    private RuleType ExceededTier =>
        IsOverride ? RuleType.CompanyOverrideUsageExceeded : RuleType.PlanEntitlementUsageExceeded;

    // Only the use of something that is measured can reach a limit.
    private bool HasLimit =>
        Terms.ValueType is EntitlementValueType.Numeric or EntitlementValueType.Trait
        && granted.Feature is { EventSubtype: not null } or { TraitId: not null };

    /// <summary>One rule, or two where there is a limit: up to it, and from it on.</summary>
    public IReadOnlyList<FlagRule> Make()
    {
        if (HasLimit)
            return
            [
                Rule(Tier, granted.RuleId, true, Limit(ComparableOperator.Lt)),
                Rule(ExceededTier, granted.UsageExceededRuleId, false, Limit(ComparableOperator.Gte)),
            ];
        var gives = Terms.ValueType != EntitlementValueType.Boolean || Terms.ValueBool == true;
        return [Rule(Tier, granted.RuleId, gives, Terms.ValueType == EntitlementValueType.Credit ? Balance() : null)];
    }

    private FlagRule Rule(RuleType type, string id, bool value, ConditionTerms? measured)
    {
        ConditionTerms holder = new CreateOrUpdateConditionRequestBody
        {
            ConditionType = who.Type,
            Operator = ComparableOperator.Eq,
            ResourceIds = [who.Id],
        };
        return new FlagRule
        {
            Id = id,
            Name = who.Name,
            Priority = 0,
            RuleType = type,
            Value = value,
            Conditions =
            [
                .. new[] { holder, measured }
                    .OfType<ConditionTerms>()
                    .Select((terms, index) => Condition(terms, id, index)),
            ],
            ConditionGroups = [],
            CreatedAt = granted.CreatedAt,
            UpdatedAt = granted.UpdatedAt,
        };
    }

    // Named after its rule, so that it has the same id whenever it is made.
    private FlagCondition Condition(ConditionTerms terms, string ruleId, int index) =>
        new(
            terms,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{FlagCondition.IdPrefix}{ruleId[ruleId.IndexOf('_')..]}{index}"
            )
        )
        {
            CreatedAt = granted.CreatedAt,
            UpdatedAt = granted.UpdatedAt,
        };

    private CreateOrUpdateConditionRequestBody Limit(ComparableOperator comparison) =>
        granted.Feature is { FeatureType: FeatureType.Trait, TraitId: { } usage }
            ? new CreateOrUpdateConditionRequestBody
            {
                ConditionType = ConditionType.Trait,
                Operator = comparison,
                ResourceIds = [],
                TraitId = usage,
                TraitValue = Terms.ValueNumeric?.ToString(CultureInfo.InvariantCulture) ?? "",
                ComparisonTraitId = Terms.ValueTraitId,
            }
            : new CreateOrUpdateConditionRequestBody
            {
                ConditionType = ConditionType.Metric,
                Operator = comparison,
                ResourceIds = [],
                EventSubtype = granted.Feature.EventSubtype,
                MetricPeriod = Terms.MetricPeriod,
                MetricPeriodMonthReset = Terms.MonthReset,
                MetricValue = Terms.ValueNumeric,
                ComparisonTraitId = Terms.ValueTraitId,
            };

    private CreateOrUpdateConditionRequestBody Balance() =>
        new CreateOrUpdateConditionRequestBody
        {
            ConditionType = ConditionType.Credit,
            Operator = ComparableOperator.Gte,
            ResourceIds = [],
            EventSubtype = granted.Feature.EventSubtype,
            CreditId = Terms.CreditId!,
            CreditCost = MicroCredits.ToWire(Terms.ConsumptionRateMicroCredits),
        };

    /// <summary>Whom an entitlement is for.</summary>
    internal readonly record struct Holder(ConditionType Type, string Id, string Name);
}
