using Microsoft.Playwright;

namespace Schematic.E2E.Pages;

/// <summary>The fields of the rule that is open.</summary>
internal sealed class OpenRule(ILocator card)
{
    public ILocator Name => card.GetByLabel("Name", new() { Exact = true });

    public ILocator On => card.GetByRole(AriaRole.Button, new() { Name = "On", Exact = true });

    public ILocator Off => card.GetByRole(AriaRole.Button, new() { Name = "Off", Exact = true });

    public ILocator Sentence => card.Locator(".rule-sentence");

    public ILocator AddCondition => card.GetByRole(AriaRole.Button, new() { Name = "Add condition" });

    public ILocator AddGroup => card.GetByRole(AriaRole.Button, new() { Name = "Add a group of alternatives" });

    public ILocator AddAlternative => card.GetByRole(AriaRole.Button, new() { Name = "Add alternative" });

    public ILocator RemoveGroup => card.GetByRole(AriaRole.Button, new() { Name = "Remove group", Exact = true });

    /// <param name="number">From 1.</param>
    public ConditionFields Condition(int number) =>
        new(card.GetByRole(AriaRole.Group, new() { Name = $"Condition {number}", Exact = true }));

    /// <param name="group">From 1.</param>
    /// <param name="number">From 1.</param>
    public ConditionFields Alternative(int group, int number) =>
        new(card.GetByRole(AriaRole.Group, new() { Name = $"Group {group}, condition {number}", Exact = true }));
}

/// <summary>One condition, field by field.</summary>
internal sealed class ConditionFields(ILocator row)
{
    public ILocator Type => row.GetByLabel("Type", new() { Exact = true });

    public ILocator Trait => row.GetByLabel("Trait", new() { Exact = true });

    public ILocator Comparison => row.GetByLabel("Comparison", new() { Exact = true });

    public ILocator Value => row.GetByLabel("Value", new() { Exact = true });

    /// <summary>Opens the picker of companies and the like.</summary>
    public ILocator Choose => row.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Choose|Edit)…$") });

    public ILocator Remove => row.GetByRole(AriaRole.Button, new() { NameRegex = new("^Remove (C|Group )") });

    public ILocator Chosen => row.Locator(".token-text");

    public ILocator Unchoose(string name) =>
        row.GetByRole(AriaRole.Button, new() { Name = $"Remove {name}", Exact = true });

    public ILocator Error => row.GetByRole(AriaRole.Alert);

    /// <summary>Fills in a condition on a trait.</summary>
    public async Task FillAsync(string trait, string comparison, string value)
    {
        await Trait.SelectOptionAsync(trait);
        await Comparison.SelectOptionAsync(comparison);
        await Value.FillAsync(value);
        // Apart from what the server makes of it.
        await Assertions.Expect(Value).ToHaveValueAsync(value);
        await Value.PressAsync("Enter");
    }
}
