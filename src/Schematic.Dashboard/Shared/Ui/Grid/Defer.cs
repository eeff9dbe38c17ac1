using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Schematic.Dashboard.Shared.Ui.Grid;

/// <summary>
/// Draws its content after its elder siblings have been given their parameters, not while the parent draws.
/// </summary>
public sealed class Defer : ComponentBase
{
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, ChildContent);
}
