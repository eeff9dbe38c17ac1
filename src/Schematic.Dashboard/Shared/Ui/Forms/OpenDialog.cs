using Microsoft.AspNetCore.Components;

namespace Schematic.Dashboard.Shared.Ui.Forms;

/// <summary>A dialog while it is open.</summary>
/// <param name="Width">Of a screen that is wide enough, in pixels.</param>
/// <param name="CanBeLeft">False where only the content's own buttons close it: no cross, no Esc.</param>
/// <param name="IsQuestion">True for a question that the work waits for, read out as one.</param>
internal sealed record OpenDialog(
    string Title,
    RenderFragment Content,
    int Width,
    bool CanBeLeft = true,
    bool IsQuestion = false
)
{
    public TaskCompletionSource<object?> Answer { get; } = new();

    public string Id { get; } = $"dialog-{Guid.NewGuid():N}";
}
