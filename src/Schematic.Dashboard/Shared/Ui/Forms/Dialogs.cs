using System.Globalization;
using Microsoft.AspNetCore.Components;
using Radzen;
using Schematic.Dashboard.Shared.Ui.Feedback;

namespace Schematic.Dashboard.Shared.Ui.Forms;

/// <summary>
/// How this console opens dialogs: one look, closed with Esc or Cancel, never by a stray click beside a half-filled
/// form.
/// </summary>
internal static class Dialogs
{
    private const int Width = 520;

    /// <summary>
    /// Opens a component as a dialog; what it passes to <c>DialogService.Close</c> comes back, null on Esc.
    /// </summary>
    /// <param name="width">Of a screen that is wide enough, in pixels.</param>
    public static async Task<TResult?> OpenFormAsync<TComponent, TResult>(
        this DialogService dialogs,
        string title,
        Dictionary<string, object?> parameters,
        int width = Width
    )
        where TComponent : ComponentBase
        where TResult : class =>
        await dialogs.OpenAsync(title, Content<TComponent>(parameters), Options(width)) as TResult;

    /// <summary>True once what is to be confirmed has been done.</summary>
    public static async Task<bool> ConfirmByNameAsync(this DialogService dialogs, Confirmation confirmation) =>
        await dialogs.OpenAsync(
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
            Options()
        )
            is true;

    // Radzen draws dialogs beside the page, outside its boundary: each has one of its own, or a defect would end the
    // circuit.
    public static RenderFragment<DialogService> Content<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : ComponentBase =>
        _ =>
            builder =>
            {
                builder.OpenComponent<PageBoundary>(0);
                builder.AddComponentParameter(
                    1,
                    nameof(PageBoundary.ChildContent),
                    (RenderFragment)(
                        content =>
                        {
                            content.OpenComponent<TComponent>(0);
                            foreach (var (name, value) in parameters)
                                content.AddComponentParameter(1, name, value);
                            content.CloseComponent();
                        }
                    )
                );
                builder.CloseComponent();
            };

    private static DialogOptions Options(int width = Width) =>
        new()
        {
            Width = string.Create(CultureInfo.InvariantCulture, $"min({width}px, calc(100vw - 32px))"),
            CssClass = "dialog",
            CloseDialogOnEsc = true,
            CloseDialogOnOverlayClick = false,
            AutoFocusFirstElement = true,
        };
}
