using Microsoft.Playwright;
using Schematic.Dashboard.Events;
using Schematic.Dashboard.Events.Unknown;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.E2E.Accessibility;

/// <summary>Events and what they count.</summary>
internal static class EventPlaces
{
    public static IReadOnlyDictionary<string, Place> All { get; } =
        new Dictionary<string, Place>
        {
            ["events"] = new(
                console => DashboardUrls.Events(console.Production),
                page => page.Locator("tbody").GetByText(FurnishedConsole.EventName, new() { Exact = true }).First
            ),
            ["events as they arrive"] = new(
                console => DashboardUrls.Events(console.Production, new EventsListQuery { IsLive = true }),
                page => page.GetByRole(AriaRole.Button, new() { Name = "Pause" })
            ),
            ["events, filtered in vain"] = new(
                console => DashboardUrls.Events(console.Production, new EventsListQuery { Name = "nobody sends this" }),
                page => page.GetByText("No event matches")
            ),
            ["no events"] = new(
                console => DashboardUrls.Events(console.Development),
                page => page.GetByText("No events yet")
            ),
            ["a test event being sent"] = new(
                console => DashboardUrls.Events(console.Production),
                page => Place.Dialog(page, "Send test event"),
                page => Place.Click(page, "Send test event")
            ),
            ["an event"] = new(
                console => DashboardUrls.Event(console.Production, console.EventId),
                page => page.GetByText("That day", new() { Exact = true })
            ),
            ["an event that failed"] = new(
                console => DashboardUrls.Event(console.Production, console.FailedEventId),
                page => page.GetByRole(AriaRole.Button, new() { Name = "Replay" })
            ),
            ["unknown names"] = new(
                console => DashboardUrls.UnknownNames(console.Production),
                page => page.GetByRole(AriaRole.Link, new() { Name = FurnishedConsole.UnknownEventName, Exact = true })
            ),
            ["unknown names, searched in vain"] = new(
                console =>
                    DashboardUrls.UnknownNames(
                        console.Production,
                        new UnknownNamesListQuery { Search = "nobody sends this" }
                    ),
                page => page.GetByText("No unknown name matches")
            ),
            ["a company's usage"] = new(
                console => DashboardUrls.Company(console.Production, console.CompanyId, DashboardUrls.UsageTab),
                page => page.GetByRole(AriaRole.Link, new() { Name = "Grace Hopper", Exact = true })
            ),
            ["a feature's usage"] = new(
                console => DashboardUrls.Feature(console.Production, console.UsedFeatureId),
                page => page.Locator("tbody").GetByRole(AriaRole.Link, new() { Name = "Acme", Exact = true })
            ),
        };
}
