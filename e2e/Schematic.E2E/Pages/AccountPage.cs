using Microsoft.Playwright;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Pages;

internal sealed class AccountPage(Visitor visitor)
{
    public ILocator Heading => visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "My account", Exact = true });

    public ILocator Sessions => visitor.Page.Locator(".session-list li");

    public ILocator SignOutEverywhere =>
        visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out everywhere" });

    /// <summary>By the menu at the top.</summary>
    public async Task OpenAsync()
    {
        await visitor.Page.Locator(".account-menu summary").ClickAsync();
        await visitor
            .Page.Locator(".account-menu")
            .GetByRole(AriaRole.Link, new() { Name = "My account" })
            .ClickAsync();
        await Assertions.Expect(Heading).ToBeVisibleAsync();
        await Assertions.Expect(Sessions.First).ToBeVisibleAsync();
    }

    public async Task ChangePasswordAsync(string current, string @new)
    {
        await visitor.Page.GetByLabel("Current password").FillAsync(current);
        await visitor.Page.GetByLabel("New password", new() { Exact = true }).FillAsync(@new);
        await visitor.Page.GetByLabel("Repeat new password").FillAsync(@new);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Change password" }).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByText("Your password was changed.")).ToBeVisibleAsync();
    }
}
