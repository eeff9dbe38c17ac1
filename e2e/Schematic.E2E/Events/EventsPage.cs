using Microsoft.Playwright;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Events;

/// <summary>The list of events, its live tail and the dialog that sends one.</summary>
internal sealed class EventsPage(Visitor visitor)
{
    public ILocator Rows => visitor.Page.Locator(".grid tbody tr");

    public ILocator Live => visitor.Page.GetByRole(AriaRole.Switch, new() { Name = "Live" });

    public ILocator LiveState => visitor.Page.Locator(".live-state");

    public ILocator Offer => visitor.Page.GetByRole(AriaRole.Button, new() { Name = "new event" });

    /// <summary>Sends a track event of a company by its domain; the dialog closes once it is stored.</summary>
    public async Task SendAsync(string name, string domain, int quantity)
    {
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Send test event" }).ClickAsync();
        var dialog = visitor.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Event", new() { Exact = true }).FillAsync(name);
        await dialog.GetByLabel("Key", new() { Exact = true }).First.FillAsync("domain");
        await dialog.GetByLabel("Value", new() { Exact = true }).First.FillAsync(domain);
        await dialog.GetByLabel("Quantity").FillAsync($"{quantity}");
        await visitor.ExpectAccessibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }
}
