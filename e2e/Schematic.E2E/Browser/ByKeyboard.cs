using Microsoft.Playwright;

namespace Schematic.E2E.Browser;

/// <summary>
/// What a person does who has no mouse: every step fails where the focus does not get there, or cannot be seen.
/// </summary>
internal static class ByKeyboard
{
    // More than any page of these journeys has to tab through.
    private const int Patience = 80;

    // An outline of the element itself, or of what is drawn in its place.
    private const string IsFocusVisible = """
        element => element.matches(":focus-visible") && [getComputedStyle(element), getComputedStyle(element, "::after"), ...(element.nextElementSibling ? [getComputedStyle(element.nextElementSibling)] : [])]
          .some(style => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
        """;

    // What stays at the edge of the screen while the page scrolls may lie over it.
    private const string IsUncovered = """
        element => {
          const { left, top, width, height } = element.getBoundingClientRect();
          const seen = document.elementFromPoint(left + width / 2, top + height / 2);
          return element.contains(seen) || seen?.contains(element);
        }
        """;

    /// <param name="key"><c>Shift+Tab</c> to go backwards.</param>
    public static async Task TabToAsync(this Visitor visitor, ILocator target, string key = "Tab")
    {
        await Assertions.Expect(target).ToHaveCountAsync(1);
        for (var presses = 0; presses < Patience; presses++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                Assert.True(
                    await target.EvaluateAsync<bool>(IsFocusVisible),
                    $"The focus is on {target}, and nobody sees it."
                );
                Assert.True(
                    await target.EvaluateAsync<bool>(IsUncovered),
                    $"The focus is on {target}, and something lies over it."
                );
                return;
            }

            await visitor.Page.Keyboard.PressAsync(key);
        }

        Assert.Fail($"{target} is not reached by {Patience} presses of {key}.");
    }

    /// <summary>Goes to a button or a link and presses Enter on it.</summary>
    public static async Task EnterAsync(this Visitor visitor, ILocator target, string key = "Tab")
    {
        await visitor.TabToAsync(target, key);
        await visitor.Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>As <see cref="EnterAsync"/>, and waits until the dialog that this opens has taken the focus.</summary>
    public static async Task OpenDialogAsync(this Visitor visitor, ILocator target)
    {
        await visitor.EnterAsync(target);
        await Assertions.Expect(visitor.Page.Locator(".dialog-layer:not([inert]) :focus")).ToHaveCountAsync(1);
    }

    /// <summary>Goes to a field and types over what is there.</summary>
    public static async Task TypeAsync(this Visitor visitor, ILocator field, string text)
    {
        await visitor.TabToAsync(field);
        await visitor.Page.Keyboard.PressAsync("Control+A");
        await visitor.Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes to a list of choices and walks to one with the arrows.</summary>
    public static async Task ChooseAsync(this Visitor visitor, ILocator select, string label)
    {
        // Its choices may still be on their way.
        await Assertions.Expect(select.Locator($"option:text-is(\"{label}\")")).ToHaveCountAsync(1);
        await visitor.TabToAsync(select);
        var steps = await select.EvaluateAsync<int>(
            "(select, label) => [...select.options].findIndex(option => option.text === label) - select.selectedIndex",
            label
        );
        for (var step = 0; step < Math.Abs(steps); step++)
            await visitor.Page.Keyboard.PressAsync(steps < 0 ? "ArrowUp" : "ArrowDown");
        await Assertions.Expect(select.Locator("option:checked")).ToHaveTextAsync(label);
    }
}
