using Schematic.Rules.Facts;

namespace Schematic.Api.Entitlements.Terms;

/// <summary>
/// Compares what two entitlements to a feature give a company. Source: domain, flag evaluation ("derived rules"), and
/// the rulings of domain-plans. No two different ones are equal, so every choice is determined.
/// </summary>
internal static class Generosity
{
    /// <summary>
    /// Positive if <paramref name="x"/> wins, negative if <paramref name="y"/> does. A total order, save among limits
    /// where one of three is of all time: 2 a day beats 30 a month, which beats 10 in all, which beats 2 a day.
    /// <see cref="EffectiveEntitlement"/> says what happens then.
    /// </summary>
    public static int Compare(Contender x, Contender y)
    {
        var generosity = x.Rank != y.Rank ? x.Rank.CompareTo(y.Rank) : WithinRank(x, y);
        return generosity != 0 ? generosity : Tie(x.Terms, y.Terms);
    }

    private static int WithinRank(Contender x, Contender y) =>
        x.Rank switch
        {
            EntitlementRank.Limited => Limits(x, y),
            // Our inference: the cheaper use is the more generous one, whatever it draws.
            EntitlementRank.Credit => RateOf(y).CompareTo(RateOf(x)),
            _ => 0,
        };

    private static int Limits(Contender x, Contender y)
    {
        // First, as the rulings win: of a limit of all time and one without a period, too, the raw numbers decide.
        if (x.Span == CountingSpan.AllTime || y.Span == CountingSpan.AllTime)
            return x.Limit.CompareTo(y.Limit);
        if (x.Span != y.Span)
            return x.Span == CountingSpan.Recurring ? 1 : -1;
        return x.Span == CountingSpan.Recurring ? x.Rate.CompareTo(y.Rate) : x.Limit.CompareTo(y.Limit);
    }

    private static int Tie(EntitlementTerms x, EntitlementTerms y) =>
        x.Source != y.Source ? y.Source.CompareTo(x.Source) : string.CompareOrdinal(y.Id, x.Id);

    private static long RateOf(Contender contender) => contender.Terms.ConsumptionRateMicroCredits ?? MicroCredits.One;
}
