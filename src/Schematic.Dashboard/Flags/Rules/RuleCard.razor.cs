using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>One rule: its answer, its name and a sentence about it; with the fields behind it when open.</summary>
public sealed partial class RuleCard : RulePart
{
    private RuleFields? _fields;
    private ElementReference _toggle;
    private ElementReference _up;
    private ElementReference _down;

    [Parameter]
    [EditorRequired]
    public RuleDrag Drag { get; set; } = default!;

    [Parameter]
    public EventCallback<RuleDraft> Duplicated { get; set; }

    [Parameter]
    public EventCallback<RuleDraft> Deleted { get; set; }

    /// <summary>Raised with the rule's new place in words, for a screen reader.</summary>
    [Parameter]
    public EventCallback<string> Moved { get; set; }

    /// <summary>
    /// Moves the focus to where editing goes on: to what was refused, to the name, or to the rule if it is closed.
    /// </summary>
    public ValueTask FocusAsync() =>
        View.HasFields && _fields is { } fields ? fields.FocusAsync() : _toggle.FocusAsync();

    private async Task MoveAsync(int step)
    {
        var place = View.Place + step;
        if (place < 0 || place >= View.Count)
            return;
        RefocusAfterRender(() => (step < 0 ? _up : _down).FocusAsync());
        Editor.Move(Rule.Key, place);
        await Moved.InvokeAsync(
            string.Create(CultureInfo.InvariantCulture, $"{Rule.Name} is now rule {place + 1} of {View.Count}.")
        );
    }

    private Task DeleteAsync(MouseEventArgs click) =>
        click.IsSecondOfTwo() ? Task.CompletedTask : Deleted.InvokeAsync(Rule);
}
