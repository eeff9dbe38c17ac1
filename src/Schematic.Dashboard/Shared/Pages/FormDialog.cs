using Microsoft.AspNetCore.Components;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Shared.Pages;

/// <summary>
/// A form in a dialog, drawn with <see cref="DialogForm{TModel}"/>: sends what was entered and closes with what the API
/// made of it. A refusal is shown in the form.
/// </summary>
public abstract class FormDialog<TModel, TResult> : CancellableComponent
    where TModel : class
    where TResult : class
{
    [Inject]
    protected ConsoleSession Session { get; set; } = default!;

    [Inject]
    protected DialogService Dialogs { get; set; } = default!;

    protected FormState<TModel> Form { get; private set; } = default!;

    /// <summary>Initial values of the form.</summary>
    protected abstract TModel CreateModel();

    protected abstract Task<TResult> SendAsync(TModel model, CancellationToken cancellationToken);

    protected override void OnInitialized() => Reset();

    /// <summary>Fills the form anew; what was typed is gone.</summary>
    protected void Reset() => Form = new(CreateModel());

    protected async Task SubmitAsync()
    {
        TResult? result = null;
        if (
            await Form.SubmitAsync(
                async cancellationToken => result = await SendAsync(Form.Model, cancellationToken),
                Closing
            )
        )
            Dialogs.Close(result);
    }
}
