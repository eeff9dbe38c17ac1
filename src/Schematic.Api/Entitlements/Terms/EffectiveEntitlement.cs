namespace Schematic.Api.Entitlements.Terms;

/// <summary>
/// The entitlement to a feature that counts for a company, among those of its plan, its add-ons and its override: the
/// most generous one, never a sum of several.
/// </summary>
/// <param name="Winner">Terms that apply; null if the company has none that count.</param>
/// <param name="Outcomes">What became of every candidate, in the order given.</param>
internal sealed record EffectiveEntitlement(EntitlementTerms? Winner, IReadOnlyList<CandidateOutcome> Outcomes)
{
    /// <summary>
    /// Chooses the candidate that beats each other one. Where none does, because limits of all time are compared by
    /// other numbers than the rest, three steps decide: the highest daily rate wins among limits with a day, a week or
    /// a month; it sets aside limits without a period; the survivor meets the highest limit of all time, number against
    /// number. Neither the order of the candidates nor, save for ties, their ids matter.
    /// </summary>
    /// <param name="candidates">Terms for one feature, each once.</param>
    /// <param name="trait">Value of a trait of the company by the trait's id; null if the company lacks it.</param>
    public static EffectiveEntitlement Choose(
        IReadOnlyList<EntitlementTerms> candidates,
        Func<string, string?> trait,
        DateTimeOffset now
    )
    {
        var contenders = candidates
            .Where(terms => !terms.IsExpired(now))
            .Select(terms => Contender.Of(terms, trait))
            .ToList();
        if (contenders.Count == 0)
            return new(null, [.. candidates.Select(CandidateOutcome.Expired)]);
        var leaders = Leaders(contenders);
        var winner = leaders.Aggregate(Better);
        var outcomes = contenders.ToDictionary(
            static contender => contender.Terms.Id,
            contender => Outcome(contender, winner, leaders),
            StringComparer.Ordinal
        );
        return new(
            winner.Terms,
            [.. candidates.Select(terms => terms.IsExpired(now) ? CandidateOutcome.Expired(terms) : outcomes[terms.Id])]
        );
    }

    /// <summary>
    /// The best of the highest rank; of limits the best of each span, in the order in which they meet.
    /// </summary>
    private static List<Contender> Leaders(List<Contender> contenders)
    {
        var rank = contenders.Max(static contender => contender.Rank);
        return
        [
            .. contenders
                .Where(contender => contender.Rank == rank)
                .GroupBy(contender => rank == EntitlementRank.Limited ? contender.Span : default)
                .OrderBy(static group => group.Key)
                .Select(static group => group.Aggregate(Better)),
        ];
    }

    private static Contender Better(Contender x, Contender y) => Generosity.Compare(x, y) > 0 ? x : y;

    private static CandidateOutcome Outcome(Contender contender, Contender winner, List<Contender> leaders)
    {
        if (contender == winner)
            return CandidateOutcome.Applied(contender.Terms);
        // One that the winner does not beat has lost to the leader it met before.
        var stronger =
            Generosity.Compare(winner, contender) > 0
                ? winner
                : leaders.First(leader => Generosity.Compare(leader, contender) > 0);
        return CandidateOutcome.Outbid(contender.Terms, stronger.Terms);
    }
}
