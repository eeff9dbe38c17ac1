using Schematic.Rules.Facts;

namespace Schematic.Api.Tests.Entitlements.Terms;

/// <summary>Figures of usage that draws credits.</summary>
public sealed class UsageFiguresCreditTests
{
    private const long M = MicroCredits.One;

    [Fact]
    public void Credits_pay_for_whole_units()
    {
        var figures = UsageSamples.Of(
            TermsSamples.Parse("plan credit:5"),
            usage: 693,
            new CreditFigures(1000 * M, 950 * M)
        );

        Assert.Equal((200, 5d), (figures.EffectiveLimit, figures.PercentUsed));
        Assert.Null(figures.Allocation);
        Assert.Null(figures.Usage);
        Assert.Null(figures.HasValidAllocation);
        Assert.False(figures.IsUnlimited);
        Assert.True(figures.Access);
    }

    [Theory]
    [InlineData(1000, 3, 1, 333, 100d, false)]
    [InlineData(1000, 3, 3, 333, 99.7, true)]
    [InlineData(54, 1, 54, 54, 0d, true)]
    [InlineData(0, 5, 0, 0, 100d, false)]
    public void Credits_are_used_up_when_no_further_unit_is_paid_for(
        int total,
        int rate,
        int remaining,
        long limit,
        double percent,
        bool access
    )
    {
        var credits = new CreditFigures(total * M, remaining * M);

        var figures = UsageSamples.Of(TermsSamples.Parse($"plan credit:{rate}"), usage: null, credits);

        Assert.Equal(limit, figures.EffectiveLimit);
        Assert.Equal(percent, figures.PercentUsed!.Value, 1);
        Assert.Equal(access, figures.Access);
    }

    [Fact]
    public void Without_credits_nothing_is_permitted_and_without_a_rate_a_unit_costs_one()
    {
        var terms = TermsSamples.Parse("plan credit:1") with { ConsumptionRateMicroCredits = null };

        Assert.False(UsageSamples.Of(terms, usage: null).Access);
        Assert.Null(UsageSamples.Of(terms, usage: null).EffectiveLimit);
        Assert.False(UsageSamples.Of(terms, usage: null, new CreditFigures(M, M - 1)).Access);
        Assert.Equal(1, UsageSamples.Of(terms, usage: null, new CreditFigures(M, M)).EffectiveLimit);
    }
}
