using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Schematic.Dashboard.Shared.Ui.Grid;

/// <summary>
/// Leaves its content as it was last drawn for as long as <see cref="When"/>: a long table that changes in a moment is
/// not compared row by row before.
/// </summary>
public sealed class Hold : ComponentBase
{
    [Parameter]
    [EditorRequired]
    public bool When { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    protected override bool ShouldRender() => !When;

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, ChildContent);
}
