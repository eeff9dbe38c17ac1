using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;
using Schematic.Contracts.Entities;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Entities.Keys;

/// <summary>Adds a key, or changes the value of one.</summary>
public sealed partial class KeyEditor : EntityEdit
{
    private readonly string _listId = $"key-names-{Guid.NewGuid():N}";
    private FormState<KeyDraft> _form = default!;
    private ValidationMessageStore _problems = default!;
    private IReadOnlyList<string> _names = [];
    private InputText? _name;
    private InputText? _value;

    /// <summary>The one to change; null to add one.</summary>
    [Parameter]
    public EntityKeyDetailResponseData? Key { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Seen = Key?.Value;
        _form = new(new KeyDraft { Name = Key?.Key ?? "", Value = Key?.Value ?? "" });
        _problems = new(_form.EditContext);
        _form.EditContext.OnFieldChanged += (_, change) =>
        {
            _problems.Clear(change.FieldIdentifier);
            _ = InvokeAsync(Touched.InvokeAsync);
        };
        if (Key is not null)
            return;
        try
        {
            _names = await Api.ListKeyNamesAsync(Closing);
        }
        catch (Exception failure) when (failure is GatewayException or OperationCanceledException)
        {
            // Suggestions only.
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && (_name ?? _value)?.Element is { } input)
            await input.FocusAsync();
    }

    private async Task SaveAsync()
    {
        if (!Validate())
            return;
        var (name, value) = (_form.Model.Name.Trim(), Key is null ? _form.Model.Value.Trim() : Kept(_form.Model.Value));
        await SendAsync(
            _form,
            entity => entity.Keys.FirstOrDefault(key => key.Key == name)?.Value,
            value,
            new EntityUpdate { Keys = new Dictionary<string, string> { [name] = value } }
        );
    }

    private Task OverruleAsync()
    {
        Overrule();
        return SaveAsync();
    }

    private bool Validate()
    {
        _problems.Clear();
        var draft = _form.Model;
        if (
            Key is null
            && (
                draft.NameProblem
                ?? (
                    Entity.Keys.Any(key => key.Key == draft.Name.Trim())
                        ? "It has this key already. Change that one instead."
                        : null
                )
            )
                is { } problem
        )
            _problems.Add(() => draft.Name, problem);
        if (draft.ValueProblem is { } valueProblem)
            _problems.Add(() => draft.Value, valueProblem);
        _form.EditContext.NotifyValidationStateChanged();
        return !_form.EditContext.GetValidationMessages().Any();
    }

    // A value that has blanks at its ends keeps them until someone changes it.
    private string Kept(string value) => value == Key!.Value ? value : value.Trim();

    private Task OnKeyDownAsync(KeyboardEventArgs e) =>
        e.Key == "Escape" && !_form.IsBusy ? Cancelled.InvokeAsync() : Task.CompletedTask;
}
