using System.Text.Json;
using Microsoft.Playwright;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Insights;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;
using Schematic.Testing.Hosting;

namespace Schematic.E2E.Events;

/// <summary>From an event that is sent to what it changed, and to the usage it adds up to.</summary>
public sealed class EventJourneyTests(Chromium chromium, ConsoleFixture console) : IClassFixture<ConsoleFixture>
{
    private const string Domain = "acme.example";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_sent_by_hand_leads_to_what_it_changed()
    {
        var environment = await console.EnvironmentOfAsync(ApiKeys.Production);
        await using var visitor = await chromium.SignInAsync(console.Server.ConsoleAddress);
        var events = new EventsPage(visitor);
        await visitor.OpenAsync(DashboardUrls.Events(environment));

        await events.SendAsync("by_hand", Domain, 1200);
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Open it" }).ClickAsync();

        await Assertions.Expect(new Frame(visitor).Title).ToHaveTextAsync("by_hand");
        await Assertions.Expect(visitor.Page.GetByText("1,200").First).ToBeVisibleAsync();
        await ExpectFitAsync(visitor);
        visitor.ExpectNoFaults();
    }

    [Fact]
    public async Task A_live_list_shows_what_arrives_and_holds_still_under_the_pointer()
    {
        var environment = await console.EnvironmentOfAsync(ApiKeys.Production);
        await SendAsync("before");
        await using var visitor = await chromium.SignInAsync(console.Server.ConsoleAddress);
        var events = new EventsPage(visitor);
        await visitor.OpenAsync(DashboardUrls.Events(environment));
        await events.Live.SetCheckedAsync(true, new() { Force = true });
        await Assertions.Expect(events.LiveState).ToBeVisibleAsync();

        await SendAsync("while_live");
        await Assertions.Expect(events.Rows.First).ToContainTextAsync("while_live");
        await events.Rows.First.HoverAsync();
        await SendAsync("under_the_pointer");
        await Assertions.Expect(events.Offer).ToBeVisibleAsync();
        await Assertions.Expect(events.Rows.First).ToContainTextAsync("while_live");
        await events.Offer.ClickAsync();

        await Assertions.Expect(events.Rows.First).ToContainTextAsync("under_the_pointer");
        await ExpectFitAsync(visitor);
        visitor.ExpectNoFaults();
    }

    [Fact]
    public async Task Usage_is_drawn_and_read_with_the_arrow_keys_for_a_feature_and_a_company()
    {
        var environment = await console.EnvironmentOfAsync(ApiKeys.Production);
        var feature = await CreateFeatureAsync("counted");
        await SendAsync("counted", 30);
        await using var visitor = await chromium.SignInAsync(console.Server.ConsoleAddress);

        await visitor.OpenAsync(DashboardUrls.Feature(environment, feature));
        await ExpectReadingAsync(visitor, "30");
        await ExpectFitAsync(visitor);
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = Domain }).ClickAsync();

        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Cell, new() { Name = "Unattributed" }))
            .ToBeVisibleAsync();
        Assert.EndsWith(
            new CompanyUsageQuery { FeatureId = feature }.ToUri(),
            visitor.Page.Url,
            StringComparison.Ordinal
        );
        await ExpectReadingAsync(visitor, "30");
        await ExpectFitAsync(visitor);
        visitor.ExpectNoFaults();
    }

    private static async Task ExpectReadingAsync(Visitor visitor, string number)
    {
        var plot = visitor.Page.GetByRole(AriaRole.Slider);
        await plot.FocusAsync();
        await Assertions.Expect(visitor.Page.Locator(".chart-reading")).ToContainTextAsync($": {number}");
        await plot.PressAsync("ArrowLeft");
        await Assertions.Expect(visitor.Page.Locator(".chart-reading")).ToContainTextAsync(": 0");
    }

    private static async Task ExpectFitAsync(Visitor visitor)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await visitor.ExpectAccessibleAsync();
        }

        await visitor.Page.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        // What lies half below the bar at the top is reached by scrolling, which axe does not know.
        await visitor.Page.EvaluateAsync("scrollTo(0, 0)");
        await visitor.ExpectAccessibleAsync();
        await visitor.ExpectNoSidewaysScrollAsync();
        await visitor.Page.SetViewportSizeAsync(Screen.Desktop.Width, Screen.Desktop.Height);
    }

    private async Task<string> CreateFeatureAsync(string name) => (
            await console
                .Server.Gateway()
                .Features.CreateAsync(
                    new CreateFeatureRequestBody
                    {
                        Name = name,
                        Description = "",
                        FeatureType = FeatureType.Event,
                        EventSubtype = name,
                    },
                    Token
                )
        ).Data.Id;

    private Task SendAsync(string name, long quantity = 1)
    {
        var body = new EventBodyTrack
        {
            Event = name,
            Quantity = quantity,
            Company = new Dictionary<string, string> { ["domain"] = Domain },
        };
        return console
            .Server.Gateway()
            .Events.CreateAsync(
                new CreateEventRequestBody
                {
                    EventType = EventType.Track,
                    Body = JsonSerializer.SerializeToElement(body, WireJson.Strict),
                },
                Token
            );
    }
}
