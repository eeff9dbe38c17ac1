using System.Net;
using Bunit;
using Schematic.Contracts.Insights;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Events;
using Schematic.Dashboard.Events.Unknown;
using Schematic.Dashboard.Features;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Events.Unknown;

public sealed class UnknownNamesPageTests : PageContext
{
    private const string List = "GET /unknown-names";

    public UnknownNamesPageTests() => Api.OnData("GET /unknown-names/count", new CountResponse { Count = 1 });

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
    public async Task None_is_good_news()
    {
        Api.OnData<IReadOnlyList<UnknownNameResponseData>>(List, []);
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Equal("No unknown names", page.Find(".state-title").TextContent));
    }

    [Fact]
    public async Task An_event_has_its_likely_name_and_can_become_a_feature()
    {
        Api.OnData<IReadOnlyList<UnknownNameResponseData>>(List, [Event(), Trait()]);
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Equal(
                [
                    "api_cal",
                    "Event",
                    "api_call",
                    "1,200",
                    "2 days ago",
                    "1 day ago",
                    "Create a feature that counts api_cal",
                ],
                page.FindAll("tbody tr:first-child td").Select(Words)
            )
        );
        Assert.Equal(
            DashboardUrls.NewFeature(Production.Id, new NewFeatureQuery { Event = "api_cal" }),
            page.Find(".grid-actions a").GetAttribute("href")
        );
        Assert.Equal(
            DashboardUrls.Events(Production.Id, new EventsListQuery { Name = "api_cal" }),
            page.Find(".grid-primary a").GetAttribute("href")
        );
        Assert.Equal(
            ["api_cal", "User trait", "—", "—", "2 days ago", "—", ""],
            page.FindAll("tbody tr:last-child td").Select(Words)
        );
        Assert.Equal(DashboardUrls.UnknownFlags(Production.Id), page.Find(".page-header-lead a").GetAttribute("href"));
    }

    [Fact]
    public async Task Search_and_kind_are_in_the_address_and_asked_of_the_api()
    {
        Api.OnData<IReadOnlyList<UnknownNameResponseData>>(List, []);
        var query = new UnknownNamesListQuery { Search = "api", Kind = UnknownNameKind.UserTrait };
        Assert.Equal(query, UnknownNamesListQuery.FromUri(new UrlReader(query.ToUri())));
        var page = await OpenAsync(query);

        page.WaitForAssertion(() =>
            Assert.Equal(["Search api", "Kind User trait"], page.FindAll(".chip").Select(Words))
        );
        var parameters = Assert.Single(Asked(List)).Parameters;
        Assert.Contains(("kinds", "user_trait"), parameters);
        Assert.Contains(("q", "api"), parameters);

        await page.Find("select[aria-label=Kind]").ChangeAsync(new() { Value = "event" });
        Assert.EndsWith("?q=api&kind=event", Navigation.Uri, StringComparison.Ordinal);
    }

    private UnknownNameResponseData Event() =>
        new()
        {
            Kind = UnknownNameKind.Event,
            Name = "api_cal",
            NearestName = "api_call",
            Count = 1200,
            FirstSeenAt = Clock.GetUtcNow().AddDays(-2),
            LastSeenAt = Clock.GetUtcNow().AddDays(-1),
        };

    private UnknownNameResponseData Trait() =>
        Event() with
        {
            Kind = UnknownNameKind.UserTrait,
            NearestName = null,
            Count = null,
            LastSeenAt = null,
        };

    private Task<IRenderedComponent<UnknownNamesPage>> OpenAsync(UnknownNamesListQuery? query = null) =>
        OpenAsync<UnknownNamesPage>(DashboardUrls.UnknownNames(Production.Id, query));
}
