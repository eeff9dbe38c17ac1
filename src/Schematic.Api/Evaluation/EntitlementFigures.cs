using Schematic.Api.Entitlements;
using Schematic.Api.Events.Metering;
using Schematic.Api.Flags.Rules;
using Schematic.Rules;
using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;
using Limits = Schematic.Api.Entitlements.Terms.Allocation;

namespace Schematic.Api.Evaluation;

/// <summary>
/// The figures of one company in what it is given, at a moment. Source: domain-plans, feature usage.
/// </summary>
/// <param name="Allocation">Null without a limit.</param>
/// <param name="Usage">Null if it is not measured.</param>
/// <param name="SoftLimit">Where the price changes next; null if it does not.</param>
/// <param name="ResetAt">When its counter begins anew; null if it never does.</param>
/// <param name="Credits">Credits of the type that usage draws; null if it draws none.</param>
internal readonly record struct EntitlementFigures(
    long? Allocation,
    long? Usage,
    long? SoftLimit,
    DateTimeOffset? ResetAt,
    CreditFigures? Credits = null
)
{
    /// <param name="entitlement">What it is given; null for nothing, which has no figures.</param>
    /// <param name="company">With its counters and credits if usage is counted; null only if nothing is given.</param>
    /// <param name="now">The moment.</param>
    public static EntitlementFigures Of(EntitlementFacts? entitlement, CompanyContext? company, DateTimeOffset now)
    {
        if (entitlement is null || company is null)
            return default;
        var usage = UsageOf(entitlement, company);
        return new EntitlementFigures(
            entitlement.LimitTraitId is { } limit
                ? Limits.FromTrait(company.TraitText(limit)).Limit
                : entitlement.Allocation,
            usage,
            entitlement.SoftLimit ?? TierLimit(entitlement.TierLimits, usage ?? 0),
            entitlement is { EventSubtype: not null, MetricPeriod: { } period }
                ? MetricPeriods
                    .Of(period.ToContract(), (entitlement.MonthReset ?? MonthReset.FirstOfMonth).ToContract(), now)
                    .End
                : null,
            entitlement.CreditId is { } credit ? company.CreditsOf(credit) ?? default(CreditFigures) : null
        );
    }

    /// <summary>Usage of what is given by a company, which has its counters; null if it is not measured.</summary>
    public static long? UsageOf(GrantedFeature granted, CompanyContext company) =>
        UsageOf(granted.ToFacts(granted.Feature.FlagKey ?? ""), company);

    /// <summary>The same entitlement with these figures.</summary>
    public EntitlementFacts Complete(EntitlementFacts entitlement) =>
        entitlement with
        {
            Allocation = Allocation,
            Usage = Usage,
            SoftLimit = SoftLimit,
            MetricResetAt = ResetAt,
            CreditTotalMicroCredits = Credits?.TotalMicroCredits,
            CreditUsedMicroCredits = Credits?.UsedMicroCredits,
            CreditRemainingMicroCredits = Credits?.RemainingMicroCredits,
            CreditReservedMicroCredits = Credits?.ReservedMicroCredits,
            CreditSettledMicroCredits = Credits?.SettledMicroCredits,
        };

    /// <summary>The same verdict with these figures.</summary>
    public Verdict Complete(in Verdict verdict) =>
        verdict.Entitlement is { } entitlement ? verdict with { Entitlement = Complete(entitlement) } : verdict;

    private static long? UsageOf(EntitlementFacts entitlement, CompanyContext company)
    {
        if (entitlement.Kind is EntitlementKind.Boolean or EntitlementKind.Credit)
            return null;
        if (entitlement.UsageTraitId is { } trait)
            return Limits.UsageFromTrait(company.TraitText(trait));
        return entitlement.EventSubtype is { } subtype
            ? company.Counter(
                subtype,
                entitlement.MetricPeriod ?? CounterPeriod.AllTime,
                entitlement.MonthReset ?? MonthReset.FirstOfMonth
            )
            : null;
    }

    private static long? TierLimit(IReadOnlyList<long> limits, long usage)
    {
        foreach (var limit in limits)
        {
            if (usage <= limit)
                return limit;
        }

        return null;
    }
}
