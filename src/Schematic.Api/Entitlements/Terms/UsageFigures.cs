using Schematic.Api.Entitlements.Pricing;
using Schematic.Api.Events.Metering;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Rules.Facts;

namespace Schematic.Api.Entitlements.Terms;

/// <summary>
/// Usage of a feature measured against an entitlement to it. Source: domain-plans, feature usage; what is our
/// inference there is marked.
/// </summary>
internal sealed record UsageFigures
{
    /// <summary>True if another unit is permitted.</summary>
    public required bool Access { get; init; }

    /// <summary>The hard limit; null for boolean, unlimited and credit values.</summary>
    public long? Allocation { get; init; }

    /// <summary>
    /// Usage that counts as 100 %: the soft limit of overage, the first boundary of tiers, the units that the credits
    /// granted pay for, or the hard limit; null if there is none.
    /// </summary>
    public long? EffectiveLimit { get; init; }

    /// <summary>
    /// Price of a unit in minor units of the currency: the overage rate, that of the tier reached, or the list price;
    /// null if usage costs no money. Below the soft limit, too, it is the overage rate (inference).
    /// </summary>
    public decimal? EffectivePrice { get; init; }

    /// <summary>True if a limit exists, false if the trait that holds it is missing; null if none is meant.</summary>
    public bool? HasValidAllocation { get; init; }

    public required bool IsUnlimited { get; init; }

    /// <summary>Time at which the count restarts, in UTC; null if it never does or nothing is counted.</summary>
    public DateTimeOffset? MetricResetAt { get; init; }

    /// <summary>
    /// Soft limit of a flag check: that of overage, or the last unit of the tier that usage is in; else null.
    /// </summary>
    public long? NextTierLimit { get; init; }

    /// <summary>Usage above the soft limit; null unless overage is billed.</summary>
    public long? Overuse { get; init; }

    /// <summary>
    /// Usage in percent of the effective limit, 0 or more; null without a limit or usage. All of a limit of 0 is always
    /// used: 100 (inference).
    /// </summary>
    public double? PercentUsed { get; init; }

    /// <summary>Soft limit of feature usage: that of overage only.</summary>
    public long? SoftLimit { get; init; }

    /// <summary>Usage as counted; null if it is not measured, and for boolean and credit values.</summary>
    public long? Usage { get; init; }

    /// <param name="allocation">The limit of the terms for the company; see <see cref="Terms.Allocation.Of"/>.</param>
    public static UsageFigures Of(EntitlementTerms terms, Allocation allocation, UsageSituation situation)
    {
        var usage = terms.ValueType is EntitlementValueType.Boolean or EntitlementValueType.Credit
            ? null
            : situation.Usage;
        var price = situation.Price ?? terms.Prices.ListPrice;
        var softLimit = terms.PriceBehavior == EntitlementPriceBehavior.Overage ? terms.SoftLimit : null;
        var tier =
            terms.PriceBehavior == EntitlementPriceBehavior.Tier && price is not null
                ? PriceCalculator.CurrentTier(price, usage ?? 0)
                : null;
        var limit = SpecialLimit(terms, situation.Credits, price) ?? allocation.Limit;
        return new UsageFigures
        {
            Access = AccessOf(terms, allocation, usage, situation.Credits),
            Allocation = allocation.Limit,
            EffectiveLimit = limit,
            EffectivePrice = price is null ? null : PriceOf(terms, allocation, usage, price),
            HasValidAllocation = allocation.Limit is null ? null : allocation.IsValid,
            IsUnlimited = terms.IsUnlimited,
            MetricResetAt = ResetAt(terms, situation),
            NextTierLimit = softLimit ?? tier?.UpTo,
            Overuse = OveruseOf(usage, softLimit),
            PercentUsed = Percent(CreditUnits(terms, situation.Credits?.UsedMicroCredits) ?? usage, limit),
            SoftLimit = softLimit,
            Usage = usage,
        };
    }

    private static bool AccessOf(EntitlementTerms terms, Allocation allocation, long? usage, CreditFigures? credits) =>
        terms.ValueType switch
        {
            EntitlementValueType.Boolean => terms.ValueBool == true,
            EntitlementValueType.Credit => credits?.RemainingMicroCredits >= RateOf(terms),
            _ when terms.IsUnlimited => true,
            _ => (usage ?? 0) < allocation.Limit,
        };

    // Null where the hard limit is the one that counts.
    private static long? SpecialLimit(EntitlementTerms terms, CreditFigures? credits, IntervalPrice? price) =>
        terms.ValueType == EntitlementValueType.Credit ? CreditUnits(terms, credits?.TotalMicroCredits)
        : terms.PriceBehavior == EntitlementPriceBehavior.Overage ? terms.SoftLimit
        : terms.PriceBehavior == EntitlementPriceBehavior.Tier && price is { IsTiered: true } ? price.Tiers[0].UpTo
        : null;

    private static decimal? PriceOf(EntitlementTerms terms, Allocation allocation, long? usage, IntervalPrice price) =>
        terms.PriceBehavior switch
        {
            EntitlementPriceBehavior.Overage => price.OverageTier.PerUnitPrice,
            EntitlementPriceBehavior.PayInAdvance => UnitPrice(price, allocation.Limit ?? 0),
            EntitlementPriceBehavior.PayAsYouGo or EntitlementPriceBehavior.Tier => UnitPrice(price, usage ?? 0),
            _ => null,
        };

    private static decimal? UnitPrice(IntervalPrice price, long quantity) =>
        PriceCalculator.CurrentTier(price, quantity)?.Tier.PerUnitPrice ?? price.UnitPrice;

    private static long? OveruseOf(long? usage, long? softLimit) =>
        usage is not { } used || softLimit is not { } included ? null
        : used > included ? used - included
        : 0;

    private static DateTimeOffset? ResetAt(EntitlementTerms terms, UsageSituation situation) =>
        terms.MetricPeriod is { } period
            ? MetricPeriods
                .Of(
                    period,
                    terms.MonthReset ?? MetricPeriodMonthReset.FirstOfMonth,
                    situation.Now,
                    situation.BillingCycle
                )
                .End
            : null;

    private static double? Percent(long? usage, long? limit) =>
        usage is not { } used || limit is not { } whole ? null
        : whole <= 0 ? 100
        : (double)(100m * Math.Max(0, used) / whole);

    private static long? CreditUnits(EntitlementTerms terms, long? microCredits) =>
        terms.ValueType == EntitlementValueType.Credit && microCredits is { } amount
            ? Math.Max(0, amount) / RateOf(terms)
            : null;

    private static long RateOf(EntitlementTerms terms) => terms.ConsumptionRateMicroCredits ?? MicroCredits.One;
}
