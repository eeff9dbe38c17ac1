using Microsoft.Playwright;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Pages;

internal sealed class UnknownFlagsPage(Visitor visitor)
{
    public ILocator Row(string key) => visitor.Page.GetByRole(AriaRole.Row).Filter(new() { Has = Create(key) });

    public ILocator Create(string key) =>
        visitor.Page.GetByRole(AriaRole.Link, new() { Name = $"Create {key}", Exact = true });
}
