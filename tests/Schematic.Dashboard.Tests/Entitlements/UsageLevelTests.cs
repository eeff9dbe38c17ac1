using Schematic.Contracts.Entitlements;
using Schematic.Dashboard.Entitlements;

namespace Schematic.Dashboard.Tests.Entitlements;

public sealed class UsageLevelTests
{
    [Theory]
    [InlineData(0, 10_000, "0 of 10,000", "Normal", null)]
    [InlineData(7_999, 10_000, "7,999 of 10,000", "Normal", null)]
    [InlineData(8_000, 10_000, "8,000 of 10,000", "Near", null)]
    [InlineData(9_999, 10_000, "9,999 of 10,000", "Near", null)]
    [InlineData(10_000, 10_000, "10,000 of 10,000", "Reached", "Limit reached")]
    [InlineData(10_480, 10_000, "10,480 of 10,000", "Reached", "480 over the limit")]
    [InlineData(0, 0, "0 of 0", "Reached", "Limit reached")]
    public void A_limit_is_near_at_80_percent_and_red_when_it_is_reached(
        long used,
        long limit,
        string text,
        string tone,
        string? note
    )
    {
        var level = UsageLevel.From(UsageSamples.Calls(used, limit))!;

        Assert.Equal((text, tone, note), (level.Text, level.Tone.ToString(), level.Note));
    }

    [Theory]
    [InlineData(499, null, "Near", null)]
    [InlineData(600, null, "Near", "100 billed as overage")]
    [InlineData(5_000, 5_000L, "Reached", "Limit of 5,000 reached")]
    public void Overage_is_billed_beyond_what_is_included_and_denied_at_the_limit(
        long used,
        long? limit,
        string tone,
        string? note
    )
    {
        var level = UsageLevel.From(
            UsageSamples.Calls(used, limit) with
            {
                PriceBehavior = EntitlementPriceBehavior.Overage,
                SoftLimit = 500,
            }
        )!;

        Assert.Equal((tone, note), (level.Tone.ToString(), level.Note));
        Assert.Equal(used / 500.0, level.Share);
    }

    [Fact]
    public void Without_a_limit_there_is_a_number_and_no_bar()
    {
        var level = UsageLevel.From(UsageSamples.Calls(3_211, null))!;

        Assert.Equal(("3,211 used", null, UsageTone.Normal), (level.Text, level.Share, level.Tone));
    }

    [Fact]
    public void A_limit_in_a_trait_that_is_missing_allows_nothing_and_says_so()
    {
        var level = UsageLevel.From(UsageSamples.Calls(3, null) with { HasValidAllocation = false })!;

        Assert.Equal(UsageTone.Reached, level.Tone);
        Assert.Contains("trait", level.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_on_or_off_has_no_usage() =>
        Assert.Null(UsageLevel.From(UsageSamples.Usage("feat_sso", "Single sign-on")));
}
