using Microsoft.AspNetCore.Components;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>A component that shows a rule, or part of it: rendered only when its view has changed.</summary>
public abstract class RulePart : ComponentBase
{
    private RuleView? _rendered;
    private bool _mustRender;
    private Func<ValueTask>? _refocus;

    [Parameter]
    [EditorRequired]
    public RuleView View { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public RuleEditor Editor { get; set; } = default!;

    [CascadingParameter]
    public RuleVocabulary Vocabulary { get; set; } = default!;

    protected RuleDraft Rule => View.Rule;

    protected override void OnParametersSet()
    {
        if (View == _rendered)
            return;
        // Blazor renders the first view by itself. Asked to render once more, the part would show the state before an
        // edit
        // while that edit is on its way.
        _mustRender = _rendered is not null;
        _rendered = View;
    }

    protected override bool ShouldRender()
    {
        var must = _mustRender;
        _mustRender = false;
        return must;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_refocus is not { } refocus)
            return;
        _refocus = null;
        await refocus();
    }

    /// <summary>Moves the focus after the next render: an element that is moved or removed takes it along.</summary>
    protected void RefocusAfterRender(Func<ValueTask> refocus) => _refocus = refocus;

    /// <summary>Returns an id of an element that is unique on the page.</summary>
    protected string Id(string part) => $"{part}-{Rule.Key}";
}
