using System.Globalization;
using Schematic.Contracts.Billing;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entitlements;
using Schematic.Dashboard.Plans.Pricing;

namespace Schematic.Dashboard.Plans.Entitlements;

/// <summary>Converts entitlements between the wire and the form.</summary>
internal static class EntitlementFormMapping
{
    public static EntitlementForm FromContract(PlanEntitlementResponseData entitlement)
    {
        var form = new EntitlementForm
        {
            WarningKey = entitlement.WarningTiers is [var stored, ..] ? stored.Key : "default",
        };
        form.ChooseFeature(entitlement.FeatureId, entitlement.Feature?.FeatureType ?? FeatureType.Unknown);
        form.ValueType = entitlement.ValueType;
        form.ValueBool = entitlement.ValueBool ?? true;
        form.ValueNumeric = Text(entitlement.ValueNumeric);
        form.ValueTraitId = entitlement.ValueTraitId ?? "";
        form.MetricPeriod = PeriodChoice.ValueOf(entitlement.MetricPeriod, entitlement.MetricPeriodMonthReset);
        form.PriceBehavior = entitlement.PriceBehavior;
        form.SoftLimit = Text(entitlement.SoftLimit);
        form.WarningTiers = entitlement.WarningTiers is [var tier, ..] ? Text(tier.Value) : "";
        form.CurrencyPrices.AddRange(PriceDrafts.FromContract(entitlement));
        form.TierMode = ModeOf(entitlement) ?? BillingTiersMode.Graduated;
        return form;
    }

    public static CreatePlanEntitlementRequestBody ToCreate(this EntitlementForm form, string planId)
    {
        var period = PeriodOf(form);
        return new()
        {
            PlanId = planId,
            FeatureId = form.FeatureId,
            ValueType = form.StoredType,
            ValueBool = BoolOf(form),
            ValueNumeric = NumberOf(form),
            ValueTraitId = TraitOf(form),
            MetricPeriod = period?.Period,
            MetricPeriodMonthReset = period?.Reset,
            PriceBehavior = form.PriceBehavior,
            SoftLimit = SoftLimitOf(form),
            CurrencyPrices = form.PriceBehavior is null ? null : PriceDrafts.ToContract(form.CurrencyPrices),
            TierMode = HasTiers(form) ? form.TierMode : null,
            WarningTiers = WarningsOf(form) is { Count: > 0 } warnings ? warnings : null,
        };
    }

    /// <summary>Every member that the form shows, so that what was cleared is cleared.</summary>
    public static UpdatePlanEntitlementRequestBody ToUpdate(this EntitlementForm form)
    {
        var period = PeriodOf(form);
        return new()
        {
            ValueType = form.StoredType,
            ValueBool = BoolOf(form),
            ValueNumeric = NumberOf(form),
            ValueTraitId = TraitOf(form),
            MetricPeriod = period?.Period,
            MetricPeriodMonthReset = period?.Reset,
            PriceBehavior = form.PriceBehavior,
            SoftLimit = SoftLimitOf(form),
            CurrencyPrices = form.PriceBehavior is null ? [] : PriceDrafts.ToContract(form.CurrencyPrices),
            TierMode = HasTiers(form) ? form.TierMode : new Optional<BillingTiersMode?>(null),
            WarningTiers = WarningsOf(form),
        };
    }

    /// <summary>Value that the form holds so far, to be restated in words.</summary>
    public static EntitlementValue ToValue(this EntitlementForm form, FeatureUnits units, string? trait)
    {
        var period = PeriodOf(form);
        return new()
        {
            Type = form.StoredType,
            Units = units,
            IsOn = form.ValueBool,
            Limit = NumberOf(form),
            Trait = trait,
            Period = period?.Period,
            MonthReset = period?.Reset,
            PriceBehavior = form.PriceBehavior,
            SoftLimit = SoftLimitOf(form),
        };
    }

    private static bool? BoolOf(EntitlementForm form) =>
        form.StoredType == EntitlementValueType.Boolean ? form.ValueBool : null;

    private static long? NumberOf(EntitlementForm form) =>
        form.StoredType == EntitlementValueType.Numeric ? form.Limit : null;

    private static string? TraitOf(EntitlementForm form) =>
        form.StoredType == EntitlementValueType.Trait && form.ValueTraitId.Length > 0 ? form.ValueTraitId : null;

    private static long? SoftLimitOf(EntitlementForm form) =>
        form.PriceBehavior == EntitlementPriceBehavior.Overage ? form.Included : null;

    private static PeriodChoice? PeriodOf(EntitlementForm form) =>
        form.HasPeriod ? PeriodChoice.Find(form.MetricPeriod) : null;

    private static bool HasTiers(EntitlementForm form) =>
        form.PriceBehavior is not null
        && form.CurrencyPrices.Exists(static prices => prices.Intervals.Any(static one => one.Price.IsTiered));

    private static IReadOnlyList<WarningTierRequestBody> WarningsOf(EntitlementForm form) =>
        form.HasWarning && form.Warning is { } usage ? [new() { Key = form.WarningKey, Value = usage }] : [];

    private static BillingTiersMode? ModeOf(PlanEntitlementResponseData entitlement) =>
        entitlement
            .CurrencyPrices.SelectMany(static prices =>
                new[] { prices.MonthlyPrice, prices.QuarterlyPrice, prices.YearlyPrice }
            )
            .Select(static price => price?.TiersMode)
            .FirstOrDefault(static mode => mode is not null and not BillingTiersMode.Unknown);

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
