using Schematic.Contracts.Credits;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Dashboard.Entities.Traits;

namespace Schematic.Dashboard.Entitlements;

/// <summary>How much of a feature a company gets, whether a plan gives it or an override.</summary>
internal sealed record EntitlementValue
{
    public required EntitlementValueType Type { get; init; }

    public required FeatureUnits Units { get; init; }

    /// <summary>Counts for a boolean value only.</summary>
    public bool IsOn { get; init; }

    /// <summary>Limit of usage; for a trait, what the company's trait says. Null if it is not known.</summary>
    public long? Limit { get; init; }

    /// <summary>Name of the trait that holds the limit; null if none does or its name is not known.</summary>
    public string? Trait { get; init; }

    /// <summary>Nouns for the credit that usage draws; null if none is named.</summary>
    public FeatureUnits? Credit { get; init; }

    /// <summary>Credits that one unit costs; null counts as 1.</summary>
    public double? ConsumptionRate { get; init; }

    /// <summary>Null if usage is not counted by period.</summary>
    public MetricPeriod? Period { get; init; }

    public MetricPeriodMonthReset? MonthReset { get; init; }

    /// <summary>Null if usage is included in the plan.</summary>
    public EntitlementPriceBehavior? PriceBehavior { get; init; }

    public long? SoftLimit { get; init; }

    public static EntitlementValue From(PlanEntitlementResponseData entitlement) =>
        new()
        {
            Type = entitlement.ValueType,
            Units = FeatureUnits.From(entitlement.Feature),
            IsOn = entitlement.ValueBool ?? false,
            Limit = entitlement.ValueNumeric,
            Trait = NameOf(entitlement.ValueTrait),
            Credit = NounsOf(entitlement.ValueCredit),
            ConsumptionRate = entitlement.ConsumptionRate,
            Period = entitlement.MetricPeriod,
            MonthReset = entitlement.MetricPeriodMonthReset,
            PriceBehavior = entitlement.PriceBehavior,
            SoftLimit = entitlement.SoftLimit,
        };

    public static EntitlementValue From(CompanyOverrideResponseData companyOverride) =>
        new()
        {
            Type = companyOverride.ValueType,
            Units = FeatureUnits.From(companyOverride.Feature),
            IsOn = companyOverride.ValueBool ?? false,
            Limit = companyOverride.ValueNumeric,
            Trait = NameOf(companyOverride.ValueTrait),
            ConsumptionRate = companyOverride.ConsumptionRate,
            Period = companyOverride.MetricPeriod,
            MonthReset = companyOverride.MetricPeriodMonthReset,
        };

    /// <summary>Value of a company: that of its override or plan, with the limit that its trait holds.</summary>
    public static EntitlementValue From(FeatureUsageResponseData usage)
    {
        var units = FeatureUnits.From(usage.Feature);
        var given =
            usage.CompanyOverride is { } companyOverride ? From(companyOverride)
            : usage.PlanEntitlement is { } entitlement ? From(entitlement)
            : new EntitlementValue
            {
                Type = usage.AllocationType,
                Units = units,
                IsOn = usage.Access,
                ConsumptionRate = usage.CreditConsumptionRate,
                Period = usage.Period,
                MonthReset = usage.MonthReset,
                PriceBehavior = usage.PriceBehavior,
                SoftLimit = usage.SoftLimit,
            };
        return given with
        {
            Units = usage.Feature is null ? given.Units : units,
            Limit = usage.Allocation ?? given.Limit,
        };
    }

    private static string? NameOf(EntityTraitDefinitionResponseData? trait) =>
        trait is null ? null : TraitPath.Dotted(trait.Hierarchy);

    private static FeatureUnits? NounsOf(BillingCreditResponseData? credit) =>
        credit is null
            ? null
            : new(credit.SingularName ?? credit.Name, credit.PluralName ?? credit.SingularName ?? credit.Name);
}
