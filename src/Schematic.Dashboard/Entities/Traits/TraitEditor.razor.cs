using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;
using Schematic.Contracts.Entities;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Entities.Traits;

/// <summary>Adds a trait, or changes the value of one. The type of a known trait is fixed.</summary>
public sealed partial class TraitEditor : EntityEdit
{
    private readonly string _listId = $"trait-names-{Guid.NewGuid():N}";
    private FormState<TraitDraft> _form = default!;
    private ValidationMessageStore _problems = default!;
    private IReadOnlyList<EntityTraitDefinitionResponseData> _definitions = [];
    private string _unchanged = "";
    private InputText? _name;
    private TraitInput? _value;

    /// <summary>The one to change; null to add one.</summary>
    [Parameter]
    public EntityTraitDetailResponseData? Trait { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Seen = Trait?.Value;
        _form = new(Trait is null ? new TraitDraft() : TraitDraft.FromContract(Trait));
        _unchanged = _form.Model.Value;
        _problems = new(_form.EditContext);
        _form.EditContext.OnFieldChanged += (_, _) =>
        {
            _problems.Clear();
            _ = InvokeAsync(Touched.InvokeAsync);
        };
        if (Trait is not null)
            return;
        try
        {
            _definitions = await Api.ListTraitDefinitionsAsync(Closing);
            _form.Model.Match(_definitions);
        }
        catch (Exception failure) when (failure is GatewayException or OperationCanceledException)
        {
            // Suggestions only: the API says the type of a known trait when it is saved.
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        if (_name?.Element is { } name)
            await name.FocusAsync();
        else if (_value is not null)
            await _value.FocusAsync();
    }

    private void Rename(string name)
    {
        _form.Model.Name = name;
        _form.Model.Match(_definitions);
    }

    private async Task SaveAsync()
    {
        if (!Validate())
            return;
        var draft = _form.Model;
        if (Trait is not null && draft.Value == _unchanged && Stale is null)
        {
            await Cancelled.InvokeAsync();
            return;
        }

        var path = draft.Path;
        await SendAsync(
            _form,
            entity =>
                entity
                    .Traits.FirstOrDefault(trait =>
                        TraitPath.FromTrait(trait).SequenceEqual(path, StringComparer.Ordinal)
                    )
                    ?.Value,
            draft.Value,
            new EntityUpdate { Traits = TraitPath.Nest((path, draft.ToJson())) },
            cancellationToken => Api.DefineAsync(draft, cancellationToken)
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
        if (Trait is null && (draft.NameProblem ?? InTheWay(draft)) is { } problem)
            _problems.Add(() => draft.Name, problem);
        if (draft.Problem is { } valueProblem)
            _problems.Add(
                draft.Type == TraitType.Date && !draft.IsDateAsText
                    ? FieldIdentifier.Create(() => draft.Date)
                    : FieldIdentifier.Create(() => draft.Text),
                valueProblem
            );
        _form.EditContext.NotifyValidationStateChanged();
        return !_form.EditContext.GetValidationMessages().Any();
    }

    // A value and an object cannot stand at the same place: saving would remove the other.
    private string? InTheWay(TraitDraft draft) =>
        Entity.Traits.Select(TraitPath.FromTrait).FirstOrDefault(path => TraitPath.Collide(path, draft.Path))
            is not { } taken
            ? null
        : taken.SequenceEqual(draft.Path, StringComparer.Ordinal)
            ? "It has this trait already. Change that one instead."
        : $"{TraitPath.Dotted(taken)} stands at the same place. Remove it first.";

    private Task OnKeyDownAsync(KeyboardEventArgs e) =>
        e.Key == "Escape" && !_form.IsBusy ? Cancelled.InvokeAsync() : Task.CompletedTask;
}
