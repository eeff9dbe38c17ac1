using Schematic.Api.Entitlements.Terms;

namespace Schematic.Api.Tests.Entitlements.Terms;

public sealed class GenerosityTests
{
    private const int Cases = 20_000;

    [Fact]
    public void Of_two_entitlements_the_same_one_wins_either_way()
    {
        var random = new Random(1);
        for (var number = 0; number < Cases; number++)
        {
            var (x, y) = (Of(TermsSamples.Next(random, 1)), Of(TermsSamples.Next(random, 2)));

            Assert.Equal(Math.Sign(Generosity.Compare(x, y)), -Math.Sign(Generosity.Compare(y, x)));
            Assert.NotEqual(0, Generosity.Compare(x, y));
            Assert.Equal(0, Generosity.Compare(x, x));
        }
    }

    [Fact]
    public void Without_limits_of_all_time_generosity_is_transitive()
    {
        var random = new Random(2);
        for (var number = 0; number < Cases; number++)
        {
            var (x, y, z) = (Next(1), Next(2), Next(3));

            if (Generosity.Compare(x, y) > 0 && Generosity.Compare(y, z) > 0)
                Assert.True(Generosity.Compare(x, z) > 0, $"case {number}: {x.Terms} > {y.Terms} > {z.Terms}");
        }

        Contender Next(int id) => Of(TermsSamples.NextLimit(random, id, isAllTimeAllowed: false));
    }

    [Fact]
    public void Among_all_kinds_of_values_generosity_is_transitive()
    {
        var random = new Random(3);
        for (var number = 0; number < Cases; number++)
        {
            var (x, y, z) = (Next(1), Next(2), Next(3));

            if (Generosity.Compare(x, y) > 0 && Generosity.Compare(y, z) > 0)
                Assert.True(Generosity.Compare(x, z) > 0, $"case {number}: {x.Terms} > {y.Terms} > {z.Terms}");
        }

        Contender Next(int id) => Of(TermsSamples.Next(random, id) with { MetricPeriod = null });
    }

    [Fact]
    public void With_a_limit_of_all_time_three_may_beat_each_other_in_a_circle()
    {
        var (day, month, ever) = (Of("plan 2/day"), Of("plan 30/month"), Of("plan 10/ever"));

        Assert.True(Generosity.Compare(day, month) > 0);
        Assert.True(Generosity.Compare(month, ever) > 0);
        Assert.True(Generosity.Compare(ever, day) > 0);
    }

    [Fact]
    public void Rates_of_the_largest_numbers_are_compared_exactly()
    {
        var (day, week) = (Of($"addon {long.MaxValue / 7}/day"), Of($"plan {long.MaxValue}/week"));

        // The largest number is a multiple of 7, so the two are equal and the plan goes first.
        Assert.Equal(0, long.MaxValue % 7);
        Assert.True(Generosity.Compare(week, day) > 0);
        Assert.True(Generosity.Compare(Of($"plan {long.MaxValue - 1}/week"), day) < 0);
        Assert.True(Generosity.Compare(Of($"plan {long.MaxValue}/day"), Of("plan 2/day")) > 0);
    }

    private static Contender Of(string text) => Of(TermsSamples.Parse(text));

    private static Contender Of(EntitlementTerms terms) => Contender.Of(terms, TermsSamples.Trait);
}
