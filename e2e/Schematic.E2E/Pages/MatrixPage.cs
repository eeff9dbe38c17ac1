using Microsoft.Playwright;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Pages;

/// <summary>Features by plan.</summary>
internal sealed class MatrixPage(Visitor visitor)
{
    public ILocator SaveBar => visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Unsaved changes" });

    public ILocator Review => SaveBar.GetByRole(AriaRole.Button, new() { Name = "Review and save" });

    public ILocator Dialog => visitor.Page.GetByRole(AriaRole.Dialog);

    /// <summary>The changes under review.</summary>
    public ILocator Changes => Dialog.Locator(".matrix-changes li");

    public ILocator Cell(string feature, string plan) =>
        visitor.Page.GetByLabel($"{feature} in {plan}", new() { Exact = true });

    /// <summary>One change under review.</summary>
    public ILocator Change(string feature, string plan) =>
        Changes.Filter(new() { HasText = feature }).Filter(new() { HasText = plan });

    public ILocator Save(string cells) => Dialog.GetByRole(AriaRole.Button, new() { Name = $"Save {cells}" });

    /// <summary>Types into a cell and leaves it downwards.</summary>
    public async Task TypeAsync(string feature, string plan, string text)
    {
        await Cell(feature, plan).FillAsync(text);
        await Cell(feature, plan).PressAsync("Enter");
    }
}
