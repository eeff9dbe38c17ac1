using Microsoft.AspNetCore.Components;
using Schematic.Dashboard.Shared.Loading;

namespace Schematic.Dashboard.Shared.Ui.Forms;

/// <summary>
/// Asks before something is destroyed: says what goes with it, and wants its name typed. Deletes itself, so that a
/// refusal is shown where the question was. Open with <see cref="Dialogs.ConfirmByNameAsync"/>.
/// </summary>
public sealed partial class ConfirmByName : CancellableComponent
{
    private readonly FormState<Answer> _form = new(new Answer());

    [Inject]
    private DialogService Dialog { get; set; } = default!;

    /// <summary>Text that must be typed to confirm.</summary>
    [Parameter]
    [EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>Text of the button, like "Delete environment".</summary>
    [Parameter]
    [EditorRequired]
    public string Action { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public string BusyText { get; set; } = "";

    /// <summary>Description of what is destroyed, with counts, and of what stays.</summary>
    [Parameter]
    [EditorRequired]
    public RenderFragment? Consequences { get; set; }

    [Parameter]
    [EditorRequired]
    public Func<CancellationToken, Task> Perform { get; set; } = default!;

    // Names differ by case in the API, but nobody should have to hunt for a trailing blank.
    private bool IsTyped => string.Equals(_form.Model.Typed.Trim(), Name.Trim(), StringComparison.Ordinal);

    private async Task SubmitAsync()
    {
        if (IsTyped && await _form.SubmitAsync(Perform, Closing))
            Dialog.Close(true);
    }

    private void Cancel() => Dialog.Close(false);

    private sealed class Answer
    {
        public string Typed { get; set; } = "";
    }
}
