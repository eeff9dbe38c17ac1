using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Entities;

/// <summary>An editor in the rail: adds a key or a trait, or changes the value of one. Esc leaves it.</summary>
public abstract class EntityEditor<TDraft> : EntityEdit
    where TDraft : class
{
    protected FormState<TDraft> Form { get; private set; } = default!;

    /// <summary>Validation errors of the fields, before anything is sent.</summary>
    protected ValidationMessageStore Problems { get; private set; } = default!;

    /// <summary>The value to change; null to add one.</summary>
    protected abstract string? Current { get; }

    protected abstract TDraft CreateDraft();

    /// <summary>Offers what is known already, where something is added.</summary>
    protected abstract Task LoadSuggestionsAsync();

    protected abstract ValueTask FocusAsync();

    /// <summary>Adds a message for whatever is wrong.</summary>
    protected abstract void Check(TDraft draft);

    protected sealed override async Task OnInitializedAsync()
    {
        Seen = Current;
        Form = new(CreateDraft());
        Problems = new(Form.EditContext);
        Form.EditContext.OnFieldChanged += (_, _) =>
        {
            Problems.Clear();
            _ = InvokeAsync(Touched.InvokeAsync);
        };
        if (Current is null)
            await LoadSuggestionsAsync();
    }

    protected sealed override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await FocusAsync();
    }

    protected bool IsValid()
    {
        Problems.Clear();
        Check(Form.Model);
        Form.EditContext.NotifyValidationStateChanged();
        return !Form.EditContext.GetValidationMessages().Any();
    }

    protected Task OnKeyDownAsync(KeyboardEventArgs e) =>
        e.Key == "Escape" && !Form.IsBusy ? Cancelled.InvokeAsync() : Task.CompletedTask;
}
