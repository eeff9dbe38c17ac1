using Microsoft.Playwright;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Pages;

/// <summary>The first tab of a company: what it may use; and the dialog that changes its plan.</summary>
internal sealed class EntitlementsTab(Visitor visitor)
{
    public ILocator Dialog => visitor.Page.GetByRole(AriaRole.Dialog);

    public ILocator Plan => Dialog.GetByLabel("Plan", new() { Exact = true });

    /// <summary>What a change of plans would change.</summary>
    public ILocator Preview => Dialog.GetByRole(AriaRole.Region, new() { Name = "What changes" });

    public ILocator ChangePlan => Dialog.GetByRole(AriaRole.Button, new() { Name = "Change plan", Exact = true });

    public ILocator Feature => Dialog.GetByLabel("Feature", new() { Exact = true });

    public ILocator AtTheLimit => visitor.Page.GetByText("At the limit");

    public ILocator Row(string feature) =>
        visitor
            .Page.Locator(".grid tbody tr")
            .Filter(new() { Has = visitor.Page.GetByRole(AriaRole.Link, new() { Name = feature, Exact = true }) });

    public ILocator Button(string name) => visitor.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Opens the dialog that changes the plan, and chooses one.</summary>
    public async Task ChoosePlanAsync(string plan)
    {
        await Button("Change plan").First.ClickAsync();
        await Plan.SelectOptionAsync(new SelectOptionValue { Label = plan });
    }
}
