using Schematic.Api.Insights;

namespace Schematic.Api.Tests.Insights;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("api_call", "api-call")]
    [InlineData("ApiCall", "api-call")]
    [InlineData("api-cal", "api-call")]
    [InlineData("apl-call", "api-call")]
    [InlineData("reprot-run", "report-run")]
    [InlineData("video-upload", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void A_slip_of_the_pen_is_told_from_another_word(string name, string? nearest) =>
        Assert.Equal(nearest, NearestName.Of(name, ["report-run", "api-call", "api-call-failed"]));

    [Fact]
    public void The_most_similar_wins() => Assert.Equal("seats", NearestName.Of("seat", ["seats2", "seats", "sweats"]));
}
