using Microsoft.Playwright;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Pages;

/// <summary>The dialog that chooses companies for a condition.</summary>
internal sealed class ResourcePicker(Visitor visitor)
{
    public ILocator Search => Dialog.GetByLabel("Name, key value or trait");

    public ILocator Found => Dialog.Locator(".picker-name");

    public ILocator ChosenRegion => Dialog.GetByRole(AriaRole.Region, new() { Name = "Chosen" });

    public ILocator Chosen => ChosenRegion.Locator(".token-text");

    public ILocator Done => Dialog.GetByRole(AriaRole.Button, new() { Name = "Done" });

    private ILocator Dialog => visitor.Page.GetByRole(AriaRole.Dialog);

    public ILocator Remove(string name) => ChosenRegion.GetByRole(AriaRole.Button, new() { Name = $"Remove {name}" });

    public ILocator Choice(string name) => Dialog.GetByRole(AriaRole.Checkbox, new() { Name = name });
}
