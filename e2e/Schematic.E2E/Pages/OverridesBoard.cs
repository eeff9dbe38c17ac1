using Microsoft.Playwright;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Pages;

/// <summary>All overrides of the environment.</summary>
internal sealed class OverridesBoard(Visitor visitor)
{
    public ILocator Row(string company) =>
        visitor
            .Page.Locator(".grid tbody tr")
            .Filter(new() { Has = visitor.Page.GetByRole(AriaRole.Link, new() { Name = company, Exact = true }) });

    /// <param name="name">"Expired", "Active" and so on.</param>
    public ILocator Show(string name) =>
        visitor
            .Page.GetByRole(AriaRole.Navigation, new() { Name = "Show" })
            .GetByRole(AriaRole.Link, new() { Name = name, Exact = true });
}
