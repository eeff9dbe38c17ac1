using Microsoft.Playwright;

namespace Schematic.E2E.Accessibility;

/// <summary>A page in one of its states.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Sign">What shows that it is there.</param>
/// <param name="Open">What is done to bring it into the state.</param>
/// <param name="Complaint">What the browser says about a page like this.</param>
internal sealed record Place(
    Func<FurnishedConsole, string> Address,
    Func<IPage, ILocator> Sign,
    Func<IPage, Task>? Open = null,
    string? Complaint = null
)
{
    /// <summary>Clicks the first button of that name.</summary>
    public static Task Click(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();

    public static ILocator Dialog(IPage page, string title) =>
        page.GetByRole(AriaRole.Dialog).GetByText(title, new() { Exact = true }).First;
}
