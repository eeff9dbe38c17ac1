using Microsoft.AspNetCore.Components;
using Radzen;

namespace Schematic.Dashboard.Shared.Ui;

/// <summary>How this console opens dialogs: one look, closed with Esc or Cancel, never by a stray click beside a half-filled form.</summary>
public static class Dialogs
{
    /// <summary>Opens a component as a dialog; what it passes to <c>DialogService.Close</c> comes back, null on Esc.</summary>
    public static async Task<TResult?> OpenFormAsync<TComponent, TResult>(this DialogService dialogs, string title, Dictionary<string, object?> parameters)
        where TComponent : ComponentBase
        where TResult : class => await dialogs.OpenAsync<TComponent>(title, parameters, Options()) as TResult;

    /// <summary>True once <paramref name="perform"/> has succeeded.</summary>
    public static async Task<bool> ConfirmByNameAsync(
        this DialogService dialogs,
        string title,
        string name,
        string action,
        string busyText,
        RenderFragment consequences,
        Func<CancellationToken, Task> perform) =>
        await dialogs.OpenAsync<ConfirmByName>(
            title,
            new()
            {
                [nameof(ConfirmByName.Name)] = name,
                [nameof(ConfirmByName.Action)] = action,
                [nameof(ConfirmByName.BusyText)] = busyText,
                [nameof(ConfirmByName.Consequences)] = consequences,
                [nameof(ConfirmByName.Perform)] = perform,
            },
            Options()) is true;

    private static DialogOptions Options() => new()
    {
        Width = "min(520px, calc(100vw - 32px))",
        CssClass = "dialog",
        CloseDialogOnEsc = true,
        CloseDialogOnOverlayClick = false,
        AutoFocusFirstElement = true,
    };
}
