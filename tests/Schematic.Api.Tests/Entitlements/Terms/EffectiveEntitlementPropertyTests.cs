using Schematic.Api.Entitlements.Terms;

namespace Schematic.Api.Tests.Entitlements.Terms;

/// <summary>A failure names its seed and the number of its case.</summary>
public sealed class EffectiveEntitlementPropertyTests
{
    private const int Cases = 10_000;

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void The_choice_is_the_one_that_the_rules_make_one_by_one(int seed, bool isLimitsOnly) =>
        AssertEach(
            seed,
            isLimitsOnly,
            static (terms, _) =>
                Assert.Same(SlowChoice.Winner(terms, TermsSamples.Trait, TermsSamples.Now), Choose(terms).Winner)
        );

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void The_order_of_the_candidates_changes_nothing(int seed, bool isLimitsOnly) =>
        AssertEach(
            seed,
            isLimitsOnly,
            static (terms, random) =>
            {
                var shuffled = terms.ToArray();
                random.Shuffle(shuffled);

                Assert.Equal(
                    Choose(terms).Outcomes.OrderBy(static outcome => outcome.Terms.Id, StringComparer.Ordinal),
                    Choose(shuffled).Outcomes.OrderBy(static outcome => outcome.Terms.Id, StringComparer.Ordinal)
                );
            }
        );

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void A_candidate_that_beats_every_other_one_applies(int seed, bool isLimitsOnly) =>
        AssertEach(
            seed,
            isLimitsOnly,
            static (terms, _) =>
            {
                var counting = terms.Where(static each => !each.IsExpired(TermsSamples.Now)).ToList();
                var champion = counting.Find(each => counting.TrueForAll(other => each == other || Beats(each, other)));

                if (champion is not null)
                    Assert.Same(champion, Choose(terms).Winner);
            }
        );

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public void Each_outcome_is_true(int seed, bool isLimitsOnly) =>
        AssertEach(
            seed,
            isLimitsOnly,
            static (terms, _) =>
            {
                var chosen = Choose(terms);

                Assert.Equal(terms, chosen.Outcomes.Select(static outcome => outcome.Terms));
                Assert.All(
                    chosen.Outcomes,
                    outcome =>
                        Assert.True(
                            outcome.Status switch
                            {
                                CandidateStatus.Applied => outcome.Terms == chosen.Winner && outcome.LostTo is null,
                                CandidateStatus.Expired => outcome.Terms.IsExpired(TermsSamples.Now)
                                    && outcome.LostTo is null,
                                _ => Beats(outcome.LostTo!, outcome.Terms),
                            }
                        )
                );
                Assert.Equal(
                    chosen.Winner is null ? 0 : 1,
                    chosen.Outcomes.Count(static outcome => outcome.Status == CandidateStatus.Applied)
                );
            }
        );

    private static bool Beats(EntitlementTerms x, EntitlementTerms y) =>
        Generosity.Compare(Contender.Of(x, TermsSamples.Trait), Contender.Of(y, TermsSamples.Trait)) > 0;

    private static EffectiveEntitlement Choose(IReadOnlyList<EntitlementTerms> terms) =>
        EffectiveEntitlement.Choose(terms, TermsSamples.Trait, TermsSamples.Now);

    private static void AssertEach(
        int seed,
        bool isLimitsOnly,
        Action<IReadOnlyList<EntitlementTerms>, Random> assertion
    )
    {
        var random = new Random(seed);
        for (var number = 0; number < Cases; number++)
        {
            var terms = Enumerable
                .Range(1, random.Next(7))
                .Select(id => isLimitsOnly ? TermsSamples.NextLimit(random, id) : TermsSamples.Next(random, id))
                .ToList();
            if (Record.Exception(() => assertion(terms, random)) is { } failure)
                Assert.Fail($"seed {seed}, case {number}: {failure.Message}");
        }
    }
}
