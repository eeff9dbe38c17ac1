using System.Net;
using Bunit;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Flags;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Flags;

public sealed class FlagsPageTests : PageContext
{
    private const string List = "GET /flags";

    public FlagsPageTests() =>
        Api.OnData<IReadOnlyList<FeatureDetailResponseData>>(
                "GET /features",
                [FlagSamples.Feature("feat_1", "Reports")]
            )
            .OnData("GET /flags/count", new CountResponse { Count = 2 });

    [Fact]
    public async Task While_loading_the_page_shows_its_shape()
    {
        Api.OnSilence(List);
        var page = await OpenAsync();

        Assert.NotEmpty(page.FindAll(".grid-skeleton"));
        Assert.Empty(page.FindAll(".state"));
    }

    [Fact]
    public async Task A_failure_is_no_empty_list()
    {
        Api.OnError(List, HttpStatusCode.Forbidden, "You may not see flags.");
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("You may not see flags.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("No flags yet", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_environment_says_what_a_flag_is()
    {
        Answer();
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("No flags yet", page.Find(".state").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_row_says_what_the_flag_answers()
    {
        Answer(
            FlagSamples.Flag(
                "flag_1",
                "Analytics",
                FlagSamples.Rule("rule_1", "R", 1, FlagSamples.Seats("cond_1", ComparableOperator.Eq, "5"))
            ),
            FlagSamples.Flag("flag_2", "Beta") with
            {
                DefaultValue = true,
            }
        );
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Equal(["Analytics", "Beta"], Names(page)));
        Assert.Equal(
            ["By rule", "Always on"],
            page.FindAll("tbody td[data-label=Verdict]").Select(static cell => cell.TextContent.Trim())
        );
    }

    [Fact]
    public async Task What_the_api_does_not_filter_by_is_sifted_from_all_flags()
    {
        Answer(FlagSamples.Flag("flag_1", "Off"), FlagSamples.Flag("flag_2", "On") with { DefaultValue = true });
        var page = await OpenAsync(new FlagsListQuery { Mode = FlagMode.AlwaysOn });

        page.WaitForAssertion(() => Assert.Equal(["On"], Names(page)));
        Assert.All(Asked(List), static request => Assert.Contains(("limit", "250"), request.Parameters));
    }

    [Fact]
    public async Task A_flag_that_nobody_asked_for_in_a_month_is_stale()
    {
        var now = Clock.GetUtcNow();
        Answer(
            FlagSamples.Flag("flag_1", "Old") with
            {
                CreatedAt = now.AddDays(-90),
                LastCheckedAt = now.AddDays(-30).AddMinutes(-1),
            },
            FlagSamples.Flag("flag_2", "Used") with
            {
                CreatedAt = now.AddDays(-90),
                LastCheckedAt = now.AddDays(-30).AddMinutes(1),
            },
            FlagSamples.Flag("flag_3", "New") with
            {
                CreatedAt = now.AddDays(-2),
            }
        );
        var page = await OpenAsync(new FlagsListQuery { IsStale = true });

        page.WaitForAssertion(() => Assert.Equal(["Old"], Names(page)));
    }

    [Theory]
    [InlineData("?q=a%2Bb&feature=feat_1&mode=on&stale=true&page=2")]
    [InlineData("")]
    public void The_address_holds_what_is_shown(string uri) =>
        Assert.Equal(uri, FlagsListQuery.FromUri(new UrlReader(uri)).ToUri());

    private static IEnumerable<string> Names(IRenderedComponent<FlagsPage> page) =>
        page.FindAll("tbody .grid-primary a").Select(static link => link.TextContent);

    private void Answer(params IReadOnlyList<FlagDetailResponseData> flags) => Api.OnData(List, flags);

    private Task<IRenderedComponent<FlagsPage>> OpenAsync(FlagsListQuery? query = null) =>
        OpenAsync<FlagsPage>(DashboardUrls.Flags(Production.Id, query));
}
