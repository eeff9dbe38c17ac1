using System.Globalization;
using Schematic.Api.Entitlements.Terms;
using Schematic.Api.Tests.Entitlements.Terms;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Flags;

namespace Schematic.Api.Tests.Entitlements.Agreement;

/// <summary>
/// What a company may use of a feature, and has used, computed from everything it was ever told: no counter, no cache,
/// no rule. Source: domain, flag evaluation and metrics; domain-plans, feature usage.
/// </summary>
internal sealed record ExpectedUse(
    string EntitlementId,
    EntitlementValueType ValueType,
    bool Access,
    long? Allocation,
    long? Usage,
    MetricPeriod? Period,
    MetricPeriodMonthReset? MonthReset,
    DateTimeOffset? ResetAt
)
{
    /// <summary>Null where nothing that counts speaks of the feature.</summary>
    public static ExpectedUse? Of(ToldCompany company, ToldFeature feature, DateTimeOffset now)
    {
        var terms = Winner(company, feature, now);
        if (terms is null)
            return null;
        var limit = terms.ValueType switch
        {
            EntitlementValueType.Numeric => terms.ValueNumeric,
            EntitlementValueType.Trait => Number(company, terms.ValueTraitId!),
            _ => (decimal?)null,
        };
        var usage = terms.ValueType is EntitlementValueType.Boolean or EntitlementValueType.Credit
            ? null
            : UsageOf(company, feature, terms.MetricPeriod, now);
        return new ExpectedUse(
            terms.Id,
            terms.ValueType,
            terms.ValueType switch
            {
                EntitlementValueType.Boolean => terms.ValueBool == true,
                EntitlementValueType.Unlimited => true,
                // Nobody has credits yet.
                EntitlementValueType.Credit => false,
                _ => usage < limit,
            },
            // Usage below 10.5 is usage below 11, and the 10 whole units of 10.5 leave room for one more below 11.
            limit is { } top
                ? (long)decimal.Ceiling(top)
                : null,
            usage is { } used ? (long)decimal.Floor(used) : null,
            terms.MetricPeriod,
            terms.MonthReset,
            PeriodOf(terms.MetricPeriod, now).End
        );
    }

    /// <summary>The value of the feature's flag, and the type of the rule that decides.</summary>
    public static (bool Value, RuleType? DecidedBy) CheckOf(
        ToldCompany company,
        ToldFeature feature,
        DateTimeOffset now
    )
    {
        if (Of(company, feature, now) is not { } use || (use.ValueType == EntitlementValueType.Credit && !use.Access))
            return feature.Standard is { } standard ? (standard, RuleType.Standard) : (feature.Default, null);
        var isOverride = company.Overrides.Values.Any(one => one.Id == use.EntitlementId);
        var isLimit = use.ValueType is EntitlementValueType.Numeric or EntitlementValueType.Trait;
        return (use.Access, isLimit && !use.Access) switch
        {
            (var access, false) => (access, isOverride ? RuleType.CompanyOverride : RuleType.PlanEntitlement),
            _ => (false, isOverride ? RuleType.CompanyOverrideUsageExceeded : RuleType.PlanEntitlementUsageExceeded),
        };
    }

    private static EntitlementTerms? Winner(ToldCompany company, ToldFeature feature, DateTimeOffset now)
    {
        var candidates = company
            .Versions.Where(version => version.Gives.ContainsKey(feature.Id))
            .Select(version => version.Gives[feature.Id])
            .ToList();
        if (company.Overrides.TryGetValue(feature.Id, out var overridden))
            candidates.Add(overridden);
        return SlowChoice.Winner(
            candidates,
            trait => decimal.Ceiling(Number(company, trait)).ToString(CultureInfo.InvariantCulture),
            now
        );
    }

    private static decimal? UsageOf(ToldCompany company, ToldFeature feature, MetricPeriod? period, DateTimeOffset now)
    {
        if (feature.TraitId is { } trait)
            return Number(company, trait);
        if (feature.Subtype is not { } subtype)
            return null;
        var start = PeriodOf(period, now).Start;
        return company.Events.Where(one => one.Subtype == subtype && one.At >= start).Sum(static one => one.Quantity);
    }

    private static (DateTimeOffset Start, DateTimeOffset? End) PeriodOf(MetricPeriod? period, DateTimeOffset now)
    {
        var day = new DateTimeOffset(now.Year, now.Month, now.Day, 0, 0, 0, TimeSpan.Zero);
        var sunday = day.AddDays(-(int)day.DayOfWeek);
        var first = day.AddDays(1 - day.Day);
        return period switch
        {
            MetricPeriod.CurrentDay => (day, day.AddDays(1)),
            MetricPeriod.CurrentWeek => (sunday, sunday.AddDays(7)),
            // Nobody has a subscription, so a billing cycle is the calendar month.
            MetricPeriod.CurrentMonth => (first, first.AddMonths(1)),
            _ => (DateTimeOffset.MinValue, null),
        };
    }

    // What is missing, or no number, is 0.
    private static decimal Number(ToldCompany company, string trait) =>
        company.Traits.TryGetValue(trait, out var text)
        && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
}
