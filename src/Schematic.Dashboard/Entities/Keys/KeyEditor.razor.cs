using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Schematic.Contracts.Entities;
using Schematic.Dashboard.Shared.Loading;

namespace Schematic.Dashboard.Entities.Keys;

/// <summary>Adds a key, or changes the value of one.</summary>
public sealed partial class KeyEditor : EntityEditor<KeyDraft>
{
    private readonly string _listId = $"key-names-{Guid.NewGuid():N}";
    private IReadOnlyList<string> _names = [];
    private InputText? _name;
    private InputText? _value;

    /// <summary>The one to change; null to add one.</summary>
    [Parameter]
    public EntityKeyDetailResponseData? Key { get; set; }

    protected override string? Current => Key?.Value;

    private IEnumerable<string> FreeNames => _names.Where(name => Entity.Keys.All(key => key.Key != name));

    protected override KeyDraft CreateDraft() => new() { Name = Key?.Key ?? "", Value = Key?.Value ?? "" };

    protected override async Task LoadSuggestionsAsync() =>
        _names = await Suggestions.ListAsync(Api.ListKeyNamesAsync, Closing);

    protected override ValueTask FocusAsync() => (_name ?? _value)?.Element?.FocusAsync() ?? ValueTask.CompletedTask;

    protected override async Task SaveAsync()
    {
        if (!IsValid())
            return;
        var (name, value) = (Form.Model.Name.Trim(), Key is null ? Form.Model.Value.Trim() : Kept(Form.Model.Value));
        await SendAsync(
            Form,
            entity => entity.Keys.FirstOrDefault(key => key.Key == name)?.Value,
            value,
            new EntityUpdate { Keys = new Dictionary<string, string> { [name] = value } }
        );
    }

    protected override void Check(KeyDraft draft)
    {
        if (Key is null && (draft.NameProblem ?? GetDuplicateProblem(draft)) is { } problem)
            Problems.Add(() => draft.Name, problem);
        if (draft.ValueProblem is { } valueProblem)
            Problems.Add(() => draft.Value, valueProblem);
    }

    private string? GetDuplicateProblem(KeyDraft draft) =>
        Entity.Keys.Any(key => key.Key == draft.Name.Trim()) ? "This key exists already. Change it instead." : null;

    // A value that has blanks at its ends keeps them until someone changes it.
    private string Kept(string value) => value == Key!.Value ? value : value.Trim();
}
