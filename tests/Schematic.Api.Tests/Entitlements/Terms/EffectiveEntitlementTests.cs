using Schematic.Api.Entitlements.Terms;

namespace Schematic.Api.Tests.Entitlements.Terms;

/// <summary>Figures of the domain pages first, then every rule by itself.</summary>
public sealed class EffectiveEntitlementTests
{
    [Theory]
    // An override does not reduce what the plan gives …
    [InlineData("plan 1000; override 500", 1)]
    [InlineData("plan 500; override 1000", 2)]
    // … unless it is boolean.
    [InlineData("plan on; override off", 2)]
    [InlineData("plan off; override on", 2)]
    [InlineData("addon unlimited; override off", 2)]
    // Unlimited beats any limit.
    [InlineData("plan 100/month; addon unlimited", 2)]
    [InlineData("plan unlimited; override 1000000/day", 1)]
    // Periods are normalised.
    [InlineData("addon 70/week; plan 8/day", 1)]
    [InlineData("addon 15/day; plan 70/week", 1)]
    [InlineData("addon 300/month; plan 10/day", 2)]
    [InlineData("plan 300/month; addon 10/day", 1)]
    [InlineData("plan 299/month; addon 10/day", 2)]
    // A period beats none, whatever the numbers.
    [InlineData("plan 1000; addon 1/month", 2)]
    // With a limit of all time the raw numbers decide, against one without a period, too.
    [InlineData("plan 100/ever; addon 90/day", 1)]
    [InlineData("plan 100/ever; addon 101/month", 2)]
    [InlineData("plan 100/ever; addon 101", 2)]
    [InlineData("plan 100/ever; addon 99", 1)]
    // A trait counts as the number it holds for the company: seats are 10.
    [InlineData("plan trait:seats; addon 11", 2)]
    [InlineData("plan trait:seats; addon 9", 1)]
    [InlineData("plan trait:missing; addon 1", 2)]
    [InlineData("plan trait:text; addon 1", 2)]
    [InlineData("addon trait:missing; plan 0", 2)]
    // Kinds of value, least first: denied, credit, limit, granted, unlimited.
    [InlineData("plan credit:1; addon 0", 2)]
    [InlineData("plan off; addon credit:1", 2)]
    [InlineData("plan 5; addon on", 2)]
    [InlineData("plan on; addon unlimited", 2)]
    [InlineData("plan off; addon on", 2)]
    // The cheaper use of credits.
    [InlineData("plan credit:5; addon credit:2", 2)]
    // Ties: override, plan, add-on, then the older id.
    [InlineData("plan 10; override 10", 2)]
    [InlineData("addon 10; plan 10", 2)]
    [InlineData("addon 10; addon 10", 1)]
    [InlineData("addon unlimited; plan unlimited; override unlimited", 3)]
    [InlineData("addon credit:5; plan credit:5", 2)]
    // An expired override is as if absent.
    [InlineData("plan 100; override 500 expired", 1)]
    [InlineData("plan on; override off expired", 1)]
    public void The_most_generous_entitlement_applies(string candidates, int winner)
    {
        var terms = TermsSamples.ParseAll(candidates);

        var chosen = Choose(terms);
        var reversed = Choose([.. terms.Reverse()]);

        Assert.Same(terms[winner - 1], chosen.Winner);
        Assert.Same(chosen.Winner, reversed.Winner);
    }

    [Fact]
    public void Every_candidate_learns_what_became_of_it()
    {
        var terms = TermsSamples.ParseAll(
            "plan 100/month; addon 500/month; override 900/month expired; addon 50/month"
        );

        Assert.Equal(
            [
                CandidateOutcome.Outbid(terms[0], terms[1]),
                CandidateOutcome.Applied(terms[1]),
                CandidateOutcome.Expired(terms[2]),
                CandidateOutcome.Outbid(terms[3], terms[1]),
            ],
            Choose(terms).Outcomes
        );
    }

    [Fact]
    public void Without_candidates_nothing_applies()
    {
        Assert.Null(Choose([]).Winner);
        Assert.Empty(Choose([]).Outcomes);
    }

    [Fact]
    public void With_expired_candidates_only_nothing_applies()
    {
        var terms = TermsSamples.ParseAll("override 900 expired");

        Assert.Null(Choose(terms).Winner);
        Assert.Equal([CandidateOutcome.Expired(terms[0])], Choose(terms).Outcomes);
    }

    [Fact]
    public void An_override_counts_until_the_moment_it_expires()
    {
        var terms = TermsSamples.Parse("override 500") with { ExpiresAt = TermsSamples.Now.AddTicks(1) };

        Assert.Same(terms, Choose([terms]).Winner);
        Assert.Null(Choose([terms with { ExpiresAt = TermsSamples.Now }]).Winner);
    }

    // 2 a day beats 30 a month by its rate; 30 beats 10 and 10 beats 2 by their numbers.
    [Theory]
    [InlineData("plan 2/day; plan 30/month; plan 10/ever", "3: 3, 1, -")]
    [InlineData("plan 10/ever; plan 2/day; plan 30/month", "1: -, 1, 2")]
    // A period beats none, 20 beats 10, and 10 beats 5.
    [InlineData("plan 5/day; plan 20; plan 10/ever", "3: 3, 1, -")]
    public void Limits_that_beat_each_other_in_a_circle_meet_in_a_fixed_order(string candidates, string expected)
    {
        var terms = TermsSamples.ParseAll(candidates);

        var chosen = Choose(terms);

        var lostTo = chosen.Outcomes.Select(outcome =>
            outcome.LostTo is { } stronger ? $"{terms.ToList().IndexOf(stronger) + 1}" : "-"
        );
        Assert.Equal(expected, $"{terms.ToList().IndexOf(chosen.Winner!) + 1}: {string.Join(", ", lostTo)}");
    }

    private static EffectiveEntitlement Choose(IReadOnlyList<EntitlementTerms> terms) =>
        EffectiveEntitlement.Choose(terms, TermsSamples.Trait, TermsSamples.Now);
}
