using Schematic.Dashboard.Credits;
using Schematic.Dashboard.Credits.Accounts;

namespace Schematic.Dashboard.Tests.Credits.Accounts;

public sealed class RunOutTests
{
    private static readonly DateTimeOffset Now = CreditSamples.Long;
    private static readonly CreditUnits Units = new("token", "tokens");

    [Fact]
    public void At_ten_a_day_500_last_50_days()
    {
        var forecast = RunOut.Of([Lane(500)], 300, 30, Now);

        Assert.Equal(Now.AddDays(50), forecast.At);
        Assert.Equal(
            "At 10 tokens a day, as in the last 30 days, they run out on 20 Nov 2026.",
            AccountWords.Sentence(forecast, Units)
        );
    }

    // 10 a day: 200 of the first grant are used in 20 days, 300 expire; then the second lasts for 10 days.
    [Fact]
    public void What_expires_before_it_is_used_lasts_no_longer()
    {
        var forecast = RunOut.Of([Lane(500, ends: 20), Lane(100)], 70, 7, Now);

        Assert.Equal((Now.AddDays(30), 300m), (forecast.At, forecast.Unused));
        Assert.EndsWith(
            "; 300 expire unused before.",
            AccountWords.Sentence(forecast, Units),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_is_held_is_not_spent_again() =>
        Assert.Equal(Now.AddDays(40), RunOut.Of([Lane(500, held: 100)], 300, 30, Now).At);

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void Without_use_there_is_no_date(int used) =>
        Assert.Equal(
            (0m, null),
            (RunOut.Of([Lane(500)], used, 30, Now).PerDay, RunOut.Of([Lane(500)], used, 30, Now).At)
        );

    [Fact]
    public void A_rate_that_cannot_be_divided_evenly_comes_to_an_end()
    {
        var forecast = RunOut.Of([Lane(100), Lane(100), Lane(100)], 7, 30, Now);

        Assert.NotNull(forecast.At);
        Assert.Equal(300 / (7 / 30d), (forecast.At.Value - Now).TotalDays, 0.001);
    }

    [Fact]
    public void More_than_ten_years_is_said_as_such() =>
        Assert.EndsWith(
            "they last for more than ten years.",
            AccountWords.Sentence(RunOut.Of([Lane(1_000_000)], 30, 30, Now), Units),
            StringComparison.Ordinal
        );

    private static GrantLane Lane(double left, int? ends = null, double held = 0) =>
        GrantLane.FromContract(
            CreditSamples.Grant() with
            {
                QuantityRemaining = left - held,
                Reserved = held,
                Settled = left,
                ExpiresAt = ends is { } days ? CreditSamples.Long.AddDays(days) : null,
            }
        );
}
