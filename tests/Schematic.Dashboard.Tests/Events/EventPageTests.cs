using System.Net;
using Bunit;
using Schematic.Contracts.Events;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Events;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Events;

public sealed class EventPageTests : PageContext
{
    private const string Get = "GET /events/evt_1";
    private const string Effects = "GET /events/evt_1/effects";

    public EventPageTests() =>
        Api.OnData(Get, EventSamples.Track())
            .OnData(
                Effects,
                new EventEffectsResponseData
                {
                    EventId = "evt_1",
                    Company = new PreviewObject { Id = "comp_1", Name = "Acme" },
                    User = new PreviewObject { Id = "user_1", Name = "Ada" },
                    Counters = [Counter(MetricPeriod.AllTime, 800, 2000), Counter(MetricPeriod.CurrentDay, 0, 1200)],
                }
            );

    [Fact]
    public async Task While_loading_the_page_shows_its_shape()
    {
        Api.OnSilence(Get).OnSilence(Effects);

        Assert.NotEmpty((await OpenAsync()).FindAll(".detail .skeleton"));
    }

    [Fact]
    public async Task An_event_that_is_not_there_is_no_failure()
    {
        Api.OnError(Get, HttpStatusCode.NotFound, "There is no event.")
            .OnError(Effects, HttpStatusCode.NotFound, "There is no event.");
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Equal("There is no such event in Production", page.Find(".state-title").TextContent)
        );
    }

    [Fact]
    public async Task A_failure_can_be_tried_again()
    {
        Api.OnError(Get, HttpStatusCode.InternalServerError, "The store is away.");
        var page = await OpenAsync();
        page.WaitForAssertion(() => Button(page, "Try again"));

        Api.OnData(Get, EventSamples.Track());
        Button(page, "Try again").Click();

        page.WaitForAssertion(() => Assert.Equal("api_call", page.Find("h1").TextContent));
    }

    [Fact]
    public async Task An_event_says_what_it_changed()
    {
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Equal(
                [
                    "Company Acme",
                    "User Ada",
                    "All time api_call from 800 → to 2,000",
                    "That day api_call from 0 → to 1,200",
                ],
                page.FindAll(".panel .line").Select(Words)
            )
        );
        Assert.Contains(
            DashboardUrls.Feature(Production.Id, "feat_1"),
            page.FindAll("aside a").Select(static link => link.GetAttribute("href"))
        );
    }

    [Fact]
    public async Task The_payload_is_laid_out_and_can_be_copied()
    {
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Equal(
                "{\n  \"event\": \"api_call\",\n  \"quantity\": 1200\n}",
                page.Find(".payload").TextContent.ReplaceLineEndings("\n")
            )
        );
        Assert.Equal(
            page.Find(".payload").TextContent,
            page.Find("[aria-label='Copy payload']").GetAttribute("data-copy")
        );
    }

    [Fact]
    public async Task An_event_that_moved_no_counter_says_so()
    {
        Api.OnData(Effects, new EventEffectsResponseData { EventId = "evt_1", Counters = [] });
        var page = await OpenAsync();

        page.WaitForAssertion(() => Assert.Equal("Nothing.", page.Find(".panel-line").TextContent));
    }

    [Fact]
    public async Task A_failed_event_says_why_and_can_be_replayed()
    {
        Api.OnData(Get, EventSamples.Failed()).OnData("POST /events/evt_1/replay", EventSamples.Track());
        var page = await OpenAsync();
        page.WaitForAssertion(() =>
            Assert.Contains(
                "body.quantity must not be 0.",
                page.Find(".alert-danger").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Contains("unless the cause is fixed", page.Find(".alert-danger").TextContent, StringComparison.Ordinal);

        Button(page, "Replay").Click();

        page.WaitForAssertion(() => Assert.Equal("Processed", page.Find("header .badge-success").TextContent));
        Assert.Empty(page.FindAll(".alert-danger"));
        page.WaitForAssertion(() => Assert.Equal(2, Asked(Effects).Count));
    }

    [Fact]
    public async Task A_replay_that_is_refused_says_so_and_leaves_the_event_as_it_is()
    {
        Api.OnData(Get, EventSamples.Failed())
            .OnError("POST /events/evt_1/replay", HttpStatusCode.Conflict, "The event did not fail.");
        var page = await OpenAsync();
        page.WaitForAssertion(() => Button(page, "Replay"));

        Button(page, "Replay").Click();

        page.WaitForAssertion(() =>
            Assert.Contains(
                "The event did not fail.",
                page.Find(".alert-danger [role=alert]").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.False(Button(page, "Replay").HasAttribute("disabled"));
    }

    private static EventCounterResponseData Counter(MetricPeriod period, long before, long after) =>
        new()
        {
            EventSubtype = "api_call",
            Period = period,
            Before = before,
            After = after,
        };

    private Task<IRenderedComponent<EventPage>> OpenAsync() =>
        OpenAsync<EventPage>(
            DashboardUrls.Event(Production.Id, "evt_1"),
            static page => page.Add(static page => page.EventId, "evt_1")
        );
}
