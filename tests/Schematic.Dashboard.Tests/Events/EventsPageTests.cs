using System.Net;
using Bunit;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Events;
using Schematic.Dashboard.Events;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Events;

public sealed class EventsPageTests : PageContext
{
    private const string List = "GET /events";

    public EventsPageTests() =>
        Api.OnData<IReadOnlyList<EventDetailResponseData>>(List, [EventSamples.Track()])
            .OnData<IReadOnlyList<EventSummaryResponseData>>("GET /event-types", [Summary("api_call")]);

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
    public async Task Without_events_it_says_how_to_send_one()
    {
        Api.OnData<IReadOnlyList<EventDetailResponseData>>(List, []);
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Equal("No events yet", page.Find(".state-title").TextContent));
        Assert.Contains("\"event_type\": \"track\"", page.Find(".snippets code").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll(".state-actions button"));
    }

    [Fact]
    public async Task A_row_says_what_happened_to_whom_and_leads_to_the_event()
    {
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Equal(
                ["1 minute ago", "Track", "api_call", "Acme", "Ada", "1,200", "Processed"],
                page.FindAll("tbody td").Select(Words)
            )
        );
        Assert.Equal(DashboardUrls.Event(Production.Id, "evt_1"), page.Find(".grid-primary a").GetAttribute("href"));
        Assert.NotNull(page.Find(".badge-success"));
        Assert.Equal("api_call", page.Find("#event-names option").GetAttribute("value"));
    }

    [Fact]
    public async Task A_deleted_company_is_shown_by_its_id()
    {
        Api.OnData<IReadOnlyList<EventDetailResponseData>>(
            List,
            [EventSamples.Track() with { Company = null, UserId = null, User = null }]
        );
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Equal("comp_1", page.Find("td.grid-user a").TextContent));
        Assert.Equal("—", page.FindAll("td.grid-user")[1].TextContent.Trim());
    }

    [Fact]
    public async Task Each_filter_is_a_chip_and_asked_of_the_api()
    {
        Api.OnData("GET /companies/comp_1", CompanySamples.Company())
            .OnError("GET /users/user_9", HttpStatusCode.NotFound, "There is no user.");
        var query = new EventsListQuery
        {
            Type = EventType.Track,
            Status = EventStatus.Failed,
            Name = "api_call",
            CompanyId = "comp_1",
            UserId = "user_9",
        };
        var page = await OpenAsync(query);

        page.WaitForAssertion(() =>
            Assert.Equal(
                ["Type Track", "Status Failed", "Name api_call", "Company Acme", "User user_9"],
                page.FindAll(".chip").Select(Words)
            )
        );
        Assert.Equal(
            [
                ("company_id", "comp_1"),
                ("event_subtype", "api_call"),
                ("event_types", "track"),
                ("statuses", "failed"),
                ("user_id", "user_9"),
            ],
            Assert
                .Single(Asked(List))
                .Parameters.Where(static parameter => parameter.Name is not ("limit" or "offset"))
                .Order()
        );
        Assert.Equal(
            DashboardUrls.Events(Production.Id, query with { CompanyId = "" }),
            page.FindAll(".chip")[3].GetAttribute("href")
        );
    }

    [Fact]
    public async Task A_filter_navigates()
    {
        var page = await OpenAsync(new EventsListQuery { Page = 2 });

        await page.Find("select[aria-label=Status]").ChangeAsync(new() { Value = "failed" });
        Assert.EndsWith("?status=failed", Navigation.Uri, StringComparison.Ordinal);
        await page.Find("input[aria-label='Event name']").ChangeAsync(new() { Value = " api_call " });
        Assert.EndsWith("?name=api_call&status=failed", Navigation.Uri, StringComparison.Ordinal);
        await page.Find("input[role=switch]").ChangeAsync(new() { Value = true });
        Assert.EndsWith("&live=true", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_company_is_chosen_where_companies_are_found()
    {
        Api.OnData<IReadOnlyList<CompanyDetailResponseData>>("GET /companies", [CompanySamples.Company()]);
        var page = await OpenAsync();
        var dialogs = RenderDialogs();

        Button(page, "Company").Click();
        dialogs.WaitForAssertion(() => dialogs.Find(".picker li button"));
        dialogs.Find(".picker li button").Click();

        page.WaitForAssertion(() => Assert.EndsWith("?company=comp_1", Navigation.Uri, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal("Company Acme", Words(page.Find(".chip"))));
    }

    [Fact]
    public async Task A_list_without_a_count_turns_its_pages()
    {
        Api.OnData<IReadOnlyList<EventDetailResponseData>>(
            List,
            [.. Enumerable.Range(1, 50).Select(static number => EventSamples.Track($"evt_{number}"))]
        );
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Equal("1–50", page.Find(".pager-range").TextContent.Trim()));
        Assert.EndsWith(
            "?page=2",
            page.Find("[aria-label='Next page']").GetAttribute("href"),
            StringComparison.Ordinal
        );
    }

    private Task<IRenderedComponent<EventsPage>> OpenAsync(EventsListQuery? query = null) =>
        OpenAsync<EventsPage>(DashboardUrls.Events(Production.Id, query));

    private static EventSummaryResponseData Summary(string name) =>
        new()
        {
            EventSubtype = name,
            EnvironmentId = "env_production",
            CompanyCount = 1,
            EventCount = 2,
            UserCount = 1,
        };
}
