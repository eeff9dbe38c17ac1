using Microsoft.Playwright;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Pages;

internal sealed class ApiKeysPage(Visitor visitor)
{
    public ILocator New => visitor.Page.GetByRole(AriaRole.Button, new() { Name = "New API key" }).First;

    public ILocator Rows => visitor.Page.Locator("tbody tr:not(.grid-skeleton)");

    public ILocator Secret =>
        Dialog
            .Locator(".copy-text")
            .Filter(new() { Has = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Copy secret key" }) })
            .Locator("code");

    public ILocator Create => Dialog.GetByRole(AriaRole.Button, new() { Name = "Create API key" });

    private ILocator Dialog => visitor.Page.GetByRole(AriaRole.Dialog);

    public async Task FillAsync(string name)
    {
        await New.ClickAsync();
        await Dialog.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
    }

    /// <summary>Creates a key and takes down its secret, as a person must.</summary>
    public async Task<string> CreateAsync(string name)
    {
        await FillAsync(name);
        await Create.ClickAsync();
        var secret = await Secret.InnerTextAsync();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "I have stored it" }).ClickAsync();
        await Assertions.Expect(Dialog).ToBeHiddenAsync();
        return secret;
    }
}
