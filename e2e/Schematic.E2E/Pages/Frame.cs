using Microsoft.Playwright;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Pages;

/// <summary>What is around every page.</summary>
internal sealed class Frame(Visitor visitor)
{
    /// <summary>The one main heading of the page.</summary>
    public ILocator Title => visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Dialog => visitor.Page.GetByRole(AriaRole.Dialog);

    public ILocator LostConnection => visitor.Page.GetByText("Connection lost. Reconnecting…");

    public ILocator Problem => visitor.Page.GetByRole(AriaRole.Alert).Filter(new() { Visible = true });

    public Task GoToAsync(string section) =>
        visitor
            .Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })
            .GetByRole(AriaRole.Link, new() { Name = section })
            .ClickAsync();

    public async Task SignOutAsync()
    {
        await visitor.Page.GetByLabel("Account:").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
    }
}
