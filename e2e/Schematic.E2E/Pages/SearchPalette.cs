using Microsoft.Playwright;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Pages;

/// <summary>The search over everything, in the top bar.</summary>
internal sealed class SearchPalette(Visitor visitor)
{
    public ILocator Input =>
        visitor.Page.GetByRole(AriaRole.Combobox, new() { Name = "Search everything", Exact = true });

    /// <summary>The line that Enter opens.</summary>
    public ILocator Chosen => visitor.Page.Locator(".palette [role=option][aria-selected=true]");

    public Task OpenAsync() => visitor.Page.Keyboard.PressAsync("Control+k");
}
