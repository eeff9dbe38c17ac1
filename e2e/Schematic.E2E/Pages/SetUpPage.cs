using Microsoft.Playwright;
using Schematic.E2E.Browser;
using Schematic.Testing.Hosting;

namespace Schematic.E2E.Pages;

internal sealed class SetUpPage(Visitor visitor)
{
    public ILocator Heading => visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Set up this installation" });

    public ILocator Done => visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "You are set up" });

    /// <summary>The first API key, once it is set up.</summary>
    public ILocator Key =>
        visitor
            .Page.Locator(".copy-text")
            .Filter(new() { Has = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Copy API key" }) })
            .Locator("code");

    public ILocator OpenConsole => visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Open the console" });

    public async Task SetUpAsync(string environment)
    {
        await visitor.Page.GetByLabel("Email").FillAsync(Admin.Email);
        await visitor.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Admin.Password);
        await visitor.Page.GetByLabel("Repeat password").FillAsync(Admin.Password);
        await visitor.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(environment);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Set up" }).ClickAsync();
    }
}
