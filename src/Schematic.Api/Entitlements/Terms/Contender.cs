using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;

namespace Schematic.Api.Entitlements.Terms;

/// <summary>Terms that count for a company, with what they give it.</summary>
/// <param name="Limit">The hard limit for the company; 0 where there is none.</param>
internal sealed record Contender(EntitlementTerms Terms, EntitlementRank Rank, long Limit)
{
    public CountingSpan Span =>
        Terms.MetricPeriod switch
        {
            MetricPeriod.CurrentDay or MetricPeriod.CurrentWeek or MetricPeriod.CurrentMonth => CountingSpan.Recurring,
            MetricPeriod.AllTime => CountingSpan.AllTime,
            _ => CountingSpan.Unstated,
        };

    /// <summary>
    /// The limit normalised to a rate, exactly: units in 210 days, for a day is 1 day, a week 7 and a month 30.
    /// </summary>
    public Int128 Rate =>
        (Int128)Limit
        * Terms.MetricPeriod switch
        {
            MetricPeriod.CurrentDay => 210,
            MetricPeriod.CurrentWeek => 30,
            MetricPeriod.CurrentMonth => 7,
            _ => 0,
        };

    /// <param name="trait">Value of a trait of the company by the trait's id; null if the company lacks it.</param>
    public static Contender Of(EntitlementTerms terms, Func<string, string?> trait) =>
        new(terms, RankOf(terms), Allocation.Of(terms, trait).Limit ?? 0);

    private static EntitlementRank RankOf(EntitlementTerms terms) =>
        terms.ValueType switch
        {
            EntitlementValueType.Boolean when terms.Source == EntitlementSource.Override =>
                EntitlementRank.BooleanOverride,
            EntitlementValueType.Boolean when terms.ValueBool == true => EntitlementRank.Granted,
            EntitlementValueType.Credit => EntitlementRank.Credit,
            _ when terms.IsUnlimited => EntitlementRank.Unlimited,
            EntitlementValueType.Numeric or EntitlementValueType.Trait => EntitlementRank.Limited,
            _ => EntitlementRank.Denied,
        };
}

/// <summary>
/// How much kinds of values give, least first. That unlimited beats a limit and a boolean override everything is the
/// domain's; the rest is our inference: a limit gives usage that is paid for already, a credit usage that still costs.
/// A boolean value meets others only in data from before its feature's type was enforced.
/// </summary>
internal enum EntitlementRank
{
    Denied,
    Credit,
    Limited,
    Granted,
    Unlimited,
    BooleanOverride,
}

/// <summary>How the periods of two limits compare.</summary>
internal enum CountingSpan
{
    /// <summary>
    /// A day, a week or a month: limits compare by their daily rates, and beat those without a period.
    /// </summary>
    Recurring,

    /// <summary>No period is stated, as for trait features, which are not counted at all.</summary>
    Unstated,

    /// <summary>Counted from the beginning: compared with any other limit by the raw number.</summary>
    AllTime,
}
