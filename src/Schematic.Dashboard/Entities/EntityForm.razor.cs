using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Schematic.Contracts.Entities;
using Schematic.Dashboard.Entities.Traits;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Entities;

/// <summary>Fields for creating a company or a user. Loading and saving are left to its page.</summary>
public sealed partial class EntityForm : ComponentBase
{
    private ValidationMessageStore _problems = default!;

    [Parameter]
    [EditorRequired]
    public FormState<EntityDraft> Form { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    /// <summary>To whom the refused keys belong.</summary>
    [Parameter]
    public IReadOnlyList<KeyOwner> Owners { get; set; } = [];

    [Parameter]
    public IReadOnlyList<string> KeyNames { get; set; } = [];

    [Parameter]
    public IReadOnlyList<EntityTraitDefinitionResponseData> TraitDefinitions { get; set; } = [];

    [Parameter]
    [EditorRequired]
    public string CancelUrl { get; set; } = "";

    /// <summary>Raised with a draft that can be sent.</summary>
    [Parameter]
    [EditorRequired]
    public EventCallback Submitted { get; set; }

    /// <summary>More fields, between name and traits.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    protected override void OnInitialized()
    {
        _problems = new(Form.EditContext);
        Form.EditContext.OnFieldChanged += (_, change) => _problems.Clear(change.FieldIdentifier);
    }

    private async Task SubmitAsync()
    {
        if (!Form.IsBusy && Validate())
            await Submitted.InvokeAsync();
    }

    private bool Validate()
    {
        _problems.Clear();
        var draft = Form.Model;
        if (draft.Name.Trim().Length > EntityWords.MaxName(draft.Type))
            _problems.Add(() => draft.Name, $"Use at most {EntityWords.MaxName(draft.Type)} characters.");
        ValidateKeys(draft);
        ValidateTraits(draft);
        Form.EditContext.NotifyValidationStateChanged();
        return !draft
            .FilledTraits.Concat<object>(draft.FilledKeys)
            .Append(draft)
            .SelectMany(static model =>
                model.GetType().GetProperties().Select(property => new FieldIdentifier(model, property.Name))
            )
            .Any(field => _problems[field].Any());
    }

    private void ValidateKeys(EntityDraft draft)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in draft.FilledKeys)
        {
            if (key.NameProblem is { } problem)
                _problems.Add(() => key.Name, problem);
            else if (!names.Add(key.Name.Trim()))
                _problems.Add(() => key.Name, "This key is listed twice.");
            if (key.ValueProblem is { } valueProblem)
                _problems.Add(() => key.Value, valueProblem);
        }
    }

    private void ValidateTraits(EntityDraft draft)
    {
        var paths = new List<IReadOnlyList<string>>();
        foreach (var trait in draft.FilledTraits)
        {
            if (trait.NameProblem is { } problem)
                _problems.Add(() => trait.Name, problem);
            else if (paths.Find(path => TraitPath.Collide(path, trait.Path)) is { } taken)
                _problems.Add(
                    () => trait.Name,
                    taken.SequenceEqual(trait.Path, StringComparer.Ordinal)
                        ? "This trait is listed twice."
                        : $"{TraitPath.Dotted(taken)} stands at the same place."
                );
            else
                paths.Add(trait.Path);
            if (trait.Problem is { } valueProblem)
                _problems.Add(
                    trait.Type == TraitType.Date
                        ? FieldIdentifier.Create(() => trait.Date)
                        : FieldIdentifier.Create(() => trait.Text),
                    valueProblem
                );
        }
    }
}
