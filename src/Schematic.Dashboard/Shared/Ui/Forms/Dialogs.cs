using Microsoft.AspNetCore.Components;

namespace Schematic.Dashboard.Shared.Ui.Forms;

/// <summary>Opens dialogs: closed with Esc or Cancel, never by a stray click beside a half-filled form.</summary>
internal static class Dialogs
{
    private const int Width = 520;

    /// <summary>
    /// Opens a component as a dialog; what it passes to <see cref="DialogService.Close"/> comes back, null on Esc.
    /// </summary>
    /// <param name="width">Of a screen that is wide enough, in pixels.</param>
    /// <param name="canBeLeft">False where only the component's own buttons close the dialog.</param>
    public static async Task<TResult?> OpenFormAsync<TComponent, TResult>(
        this DialogService dialogs,
        string title,
        Dictionary<string, object?> parameters,
        int width = Width,
        bool canBeLeft = true
    )
        where TComponent : ComponentBase
        where TResult : class =>
        await dialogs.OpenAsync(new(title, Content<TComponent>(parameters), width, canBeLeft)) as TResult;

    /// <summary>True once what is to be confirmed has been done.</summary>
    public static async Task<bool> ConfirmByNameAsync(this DialogService dialogs, Confirmation confirmation) =>
        await dialogs.OpenAsync(
            new(
                confirmation.Title,
                Content<ConfirmByName>(
                    new()
                    {
                        [nameof(ConfirmByName.Name)] = confirmation.Name,
                        [nameof(ConfirmByName.Action)] = confirmation.Action,
                        [nameof(ConfirmByName.BusyText)] = confirmation.BusyText,
                        [nameof(ConfirmByName.Consequences)] = confirmation.Consequences,
                        [nameof(ConfirmByName.Perform)] = confirmation.Perform,
                    }
                ),
                Width
            )
        )
            is true;

    /// <summary>True if the answer is <paramref name="yes"/>.</summary>
    public static async Task<bool> AskAsync(
        this DialogService dialogs,
        string title,
        string text,
        string yes,
        string no
    ) =>
        await dialogs.OpenAsync(
            new(
                title,
                Content<AskDialog>(
                    new()
                    {
                        [nameof(AskDialog.Text)] = text,
                        [nameof(AskDialog.Yes)] = yes,
                        [nameof(AskDialog.No)] = no,
                    }
                ),
                Width,
                IsQuestion: true
            )
        )
            is true;

    private static RenderFragment Content<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : ComponentBase =>
        builder =>
        {
            builder.OpenComponent<TComponent>(0);
            foreach (var (name, value) in parameters)
                builder.AddComponentParameter(1, name, value);
            builder.CloseComponent();
        };
}
