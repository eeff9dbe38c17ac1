using Microsoft.Playwright;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Pages;

internal sealed class TeamPage(Visitor visitor)
{
    public ILocator Invite => visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Invite", Exact = true }).First;

    private ILocator Dialog => visitor.Page.GetByRole(AriaRole.Dialog);

    /// <summary>Invites a member with permissions, named as on the page.</summary>
    /// <returns>The link that is shown once.</returns>
    public async Task<string> InviteAsync(string email, params IReadOnlyList<string> permissions)
    {
        await visitor.OpenDialogAsync(Invite);
        await Dialog.GetByLabel("Email").FillAsync(email);
        foreach (var permission in permissions)
            await Dialog.GetByLabel(permission).First.CheckAsync();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Invite", Exact = true }).ClickAsync();
        var link = await Dialog.Locator("code").InnerTextAsync();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Assertions.Expect(Dialog).ToBeHiddenAsync();
        return link;
    }

    public async Task DisableAsync(string name)
    {
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = $"Disable {name}" }).ClickAsync();
        await visitor
            .Page.GetByRole(AriaRole.Alertdialog)
            .GetByRole(AriaRole.Button, new() { Name = "Disable" })
            .ClickAsync();
        await Assertions
            .Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = $"Enable {name}" }))
            .ToBeVisibleAsync();
    }
}
