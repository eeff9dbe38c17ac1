using System.Net;
using Bunit;
using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Features;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Flags;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Features;

public sealed class FeaturesPageTests : PageContext
{
    private const string List = "GET /features";

    public FeaturesPageTests() => Api.OnData("GET /features/count", new CountResponse { Count = 1 });

    [Fact]
    public async Task While_loading_the_page_shows_its_shape()
    {
        Api.OnSilence(List);

        Assert.NotEmpty((await OpenAsync()).FindAll(".grid-skeleton"));
    }

    [Fact]
    public async Task A_failure_is_no_empty_list()
    {
        Api.OnError(List, HttpStatusCode.InternalServerError, "The store is away.");
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("The store is away.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_new_account_says_what_a_feature_is()
    {
        Api.OnData<IReadOnlyList<FeatureDetailResponseData>>(List, []);
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("No features yet", page.Find(".state").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_row_leads_to_the_feature_and_its_flag()
    {
        Api.OnData<IReadOnlyList<FeatureDetailResponseData>>(
            List,
            [
                FlagSamples.Feature("feat_1", "Calls", FlagSamples.Flag("flag_1", "calls")) with
                {
                    FeatureType = FeatureType.Event,
                    EventSubtype = "api_call",
                },
            ]
        );
        var page = await OpenAsync(new FeaturesListQuery { Type = FeatureType.Event });

        page.WaitForAssertion(() =>
            Assert.Equal(
                [DashboardUrls.Feature(Production.Id, "feat_1"), DashboardUrls.Flag(Production.Id, "flag_1")],
                page.FindAll("tbody a").Select(static link => link.GetAttribute("href"))
            )
        );
        Assert.Contains("api_call", page.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains(("feature_type", "event"), Assert.Single(Asked(List)).Parameters);
    }

    [Theory]
    [InlineData("?q=a%2Bb&type=event&page=2")]
    [InlineData("")]
    public void The_address_holds_what_is_shown(string uri) =>
        Assert.Equal(uri, FeaturesListQuery.FromUri(new UrlReader(uri)).ToUri());

    private Task<IRenderedComponent<FeaturesPage>> OpenAsync(FeaturesListQuery? query = null) =>
        OpenAsync<FeaturesPage>(DashboardUrls.Features(Production.Id, query));
}
