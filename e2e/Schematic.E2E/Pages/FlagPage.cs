using Microsoft.Playwright;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Pages;

/// <summary>A flag with the rules of its standard tier, opened or not.</summary>
internal sealed class FlagPage(Visitor visitor)
{
    /// <summary>Of the rules, in the order they are tried.</summary>
    public ILocator Names => visitor.Page.Locator(".rules .rule-name");

    public ILocator AddRule => visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Add rule to Rules" });

    public OpenRule Rule => new(visitor.Page.Locator(".rule-open"));

    public ILocator Title => visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Rules", Level = 2 });

    public ILocator SaveBar => visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Unsaved changes" });

    public ILocator Review => SaveBar.GetByRole(AriaRole.Button, new() { Name = "Review and save" });

    public ILocator Discard => SaveBar.GetByRole(AriaRole.Button, new() { Name = "Discard" });

    public ILocator WhoIsAffected => SaveBar.GetByRole(AriaRole.Button, new() { Name = "Who is affected" });

    public ILocator Impact => visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Who is affected" });

    public ILocator Dialog => visitor.Page.GetByRole(AriaRole.Dialog);

    /// <summary>Yes to whether the draft is to be discarded.</summary>
    public ILocator SureToDiscard =>
        visitor.Page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "Discard" });

    public ILocator SaveRules => Dialog.GetByRole(AriaRole.Button, new() { Name = "Save rules" });

    public ILocator Conflict =>
        visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Somebody else saved these rules meanwhile" });

    public ILocator DraftBar =>
        visitor.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "You have an unsaved draft" });

    public ILocator History =>
        visitor
            .Page.GetByRole(AriaRole.Navigation, new() { Name = "Flag" })
            .GetByRole(AriaRole.Link, new() { Name = "History" });

    public ILocator Toasts => visitor.Page.Locator(".toast");

    public ILocator RestoreVersion(int version) => Button($"Restore these rules of version {version}");

    public ILocator Button(string name) => visitor.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The rule itself, which opens and closes its fields.</summary>
    public ILocator Toggle(string name) =>
        visitor
            .Page.Locator(".rule-toggle")
            .Filter(new() { Has = visitor.Page.GetByText(name, new() { Exact = true }) });

    /// <summary>What a rule is dragged by.</summary>
    public ILocator Grip(string name) =>
        visitor.Page.Locator(".rule").Filter(new() { Has = Toggle(name) }).Locator(".rule-grip");

    public ILocator Side(string title) => Conflict.GetByRole(AriaRole.Region, new() { Name = title, Exact = true });

    public ILocator Saved(string flag) => visitor.Page.GetByText($"The rules of {flag} were saved.").First;

    public async Task OpenRuleAsync(string name)
    {
        await Toggle(name).ClickAsync();
        await Assertions.Expect(Rule.Name).ToHaveValueAsync(name);
    }

    public async Task RenameAsync(string from, string to)
    {
        await OpenRuleAsync(from);
        await Rule.Name.FillAsync(to);
        await Rule.Name.PressAsync("Enter");
        await Assertions.Expect(Toggle(to)).ToBeVisibleAsync();
    }

    /// <summary>Says yes to what the dialog shows.</summary>
    public async Task SaveAsync()
    {
        await Review.ClickAsync();
        await SaveRules.ClickAsync();
    }

    public async Task SaveAsync(string flag)
    {
        await SaveAsync();
        await Assertions.Expect(Saved(flag)).ToBeVisibleAsync();
        await Assertions.Expect(SaveBar).ToHaveCountAsync(0);
    }
}
