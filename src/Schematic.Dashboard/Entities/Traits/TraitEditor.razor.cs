using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Schematic.Contracts.Entities;
using Schematic.Dashboard.Shared.Loading;

namespace Schematic.Dashboard.Entities.Traits;

/// <summary>Adds a trait, or changes the value of one. The type of a known trait is fixed.</summary>
public sealed partial class TraitEditor : EntityEditor<TraitDraft>
{
    private readonly string _listId = $"trait-names-{Guid.NewGuid():N}";
    private IReadOnlyList<EntityTraitDefinitionResponseData> _definitions = [];
    private string _unchanged = "";
    private InputText? _name;
    private TraitInput? _value;

    /// <summary>The one to change; null to add one.</summary>
    [Parameter]
    public EntityTraitDetailResponseData? Trait { get; set; }

    protected override string? Current => Trait?.Value;

    private IEnumerable<EntityTraitDefinitionResponseData> FreeDefinitions =>
        _definitions.Where(definition => Entity.Traits.All(trait => trait.DefinitionId != definition.Id));

    protected override TraitDraft CreateDraft()
    {
        var draft = Trait is null ? new TraitDraft() : TraitDraft.FromContract(Trait);
        _unchanged = draft.Value;
        return draft;
    }

    // Without them, the API says the type of a known trait when it is saved.
    protected override async Task LoadSuggestionsAsync()
    {
        _definitions = await Suggestions.ListAsync(Api.ListTraitDefinitionsAsync, Closing);
        Form.Model.Match(_definitions);
    }

    protected override ValueTask FocusAsync() =>
        _name?.Element is { } name ? name.FocusAsync() : _value?.FocusAsync() ?? ValueTask.CompletedTask;

    private void Rename(string name)
    {
        Form.Model.Name = name;
        Form.Model.Match(_definitions);
    }

    protected override async Task SaveAsync()
    {
        if (!IsValid())
            return;
        var draft = Form.Model;
        if (Trait is not null && draft.Value == _unchanged && Stale is null)
        {
            await Cancelled.InvokeAsync();
            return;
        }

        var path = draft.Path;
        await SendAsync(
            Form,
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

    protected override void Check(TraitDraft draft)
    {
        if (Trait is null && (draft.NameProblem ?? GetCollisionProblem(draft)) is { } problem)
            Problems.Add(() => draft.Name, problem);
        if (draft.Problem is { } valueProblem)
            Problems.Add(
                draft.Type == TraitType.Date && !draft.IsDateAsText
                    ? FieldIdentifier.Create(() => draft.Date)
                    : FieldIdentifier.Create(() => draft.Text),
                valueProblem
            );
    }

    // A value and an object cannot stand at the same place: saving would remove the other.
    private string? GetCollisionProblem(TraitDraft draft) =>
        Entity.Traits.Select(TraitPath.FromTrait).FirstOrDefault(path => TraitPath.Collide(path, draft.Path))
            is not { } taken
            ? null
        : taken.SequenceEqual(draft.Path, StringComparer.Ordinal) ? "This trait exists already. Change it instead."
        : $"{TraitPath.Dotted(taken)} stands at the same place. Remove it first.";
}
