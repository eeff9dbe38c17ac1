using Microsoft.Playwright;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Pages;

/// <summary>A plan: what it gives, who has it, its versions.</summary>
internal sealed class PlanPage(Visitor visitor)
{
    public ILocator Dialog => visitor.Page.GetByRole(AriaRole.Dialog);

    /// <summary>"v1 published".</summary>
    public ILocator State => visitor.Page.Locator(".page-header .badge").Last;

    public ILocator ReviewAndPublish =>
        visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Review and publish", Exact = true });

    public ILocator AddEntitlement => Button("Add entitlement").First;

    public ILocator Feature => Dialog.GetByLabel("Feature", new() { Exact = true });

    public ILocator Limit => Dialog.GetByLabel("Limit", new() { Exact = true }).And(visitor.Page.Locator("input"));

    /// <summary>The entitlement as a sentence, while it is edited.</summary>
    public ILocator Restated => Dialog.Locator(".plan-restated");

    /// <summary>What the draft would change.</summary>
    public ILocator Draft => visitor.Page.Locator(".plan-review");

    /// <summary>The moves of companies to the published version, the latest first.</summary>
    public ILocator Moves => visitor.Page.Locator(".plan-move");

    /// <summary>The companies of a move, each with what has become of it.</summary>
    public ILocator Results => Moves.Locator(".plan-move-list li");

    public ILocator CurrentTab =>
        visitor
            .Page.GetByRole(AriaRole.Navigation, new() { Name = "Plan", Exact = true })
            .Locator("[aria-current=page]");

    /// <summary>Names of the companies that have it.</summary>
    public ILocator Companies => visitor.Page.Locator("tbody a.cell-name");

    /// <summary>The button that sends the form of a dialog.</summary>
    public ILocator Submit(string name) => Dialog.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Button(string name) => visitor.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>What it gives of a feature.</summary>
    public ILocator Entitlement(string feature) =>
        visitor
            .Page.Locator(".plan-entitlements tbody tr")
            .Filter(new() { Has = visitor.Page.GetByRole(AriaRole.Link, new() { Name = feature, Exact = true }) });

    /// <param name="number">Of the version, from 1.</param>
    public ILocator Version(int number) =>
        visitor
            .Page.Locator("tbody tr")
            .Filter(new() { Has = visitor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new($"^v{number}\\b") }) });

    /// <summary>Number of the companies on a version, which leads to them.</summary>
    public ILocator CountOf(int version) => Version(version).Locator("td.grid-numeric a");

    public Task OpenTabAsync(string name) =>
        visitor
            .Page.GetByRole(AriaRole.Navigation, new() { Name = "Plan", Exact = true })
            .GetByRole(AriaRole.Link, new() { Name = name })
            .ClickAsync();

    /// <summary>Opens the form of a new entitlement and fills it in.</summary>
    public async Task FillEntitlementAsync(string feature, string limit)
    {
        await AddEntitlement.ClickAsync();
        await Feature.SelectOptionAsync(new SelectOptionValue { Label = $"{feature} (event-based)" });
        await Limit.FillAsync(limit);
    }

    public async Task PublishAsync(string name)
    {
        await Button("Publish…").ClickAsync();
        await Submit(name).ClickAsync();
        await Assertions.Expect(Dialog).ToHaveCountAsync(0);
    }
}
