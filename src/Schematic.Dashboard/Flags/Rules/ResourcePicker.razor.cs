using System.Globalization;
using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>
/// Chooses the ids that a condition names: by a search, or by a pasted list of ids or key values. Closes with the
/// ids.
/// </summary>
public sealed partial class ResourcePicker : ComponentBase, IDisposable
{
    private const int MaxShown = 40;

    private readonly CancellationTokenSource _closing = new();
    private ChosenIds _chosen = default!;
    private string _pasted = "";
    private string _result = "";
    private bool _isAdding;
    private ElementReference _picked;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public ConditionType Type { get; set; }

    [Parameter]
    [EditorRequired]
    public IReadOnlyList<string> Chosen { get; set; } = [];

    [Parameter]
    [EditorRequired]
    public RuleVocabulary Vocabulary { get; set; } = default!;

    private bool IsEntity => Type is ConditionType.Company or ConditionType.User;

    private EntityType EntityType => Type == ConditionType.User ? EntityType.User : EntityType.Company;

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override void OnInitialized() => _chosen = new(Chosen);

    private void Choose(FoundResource resource)
    {
        Vocabulary.LearnName(resource.Id, resource.Name);
        if (!_chosen.TryAdd(resource.Id))
            _result = LimitText;
    }

    private async Task RemoveAsync(string id)
    {
        _chosen.Remove(id);
        // The button that had the focus is removed with it.
        await _picked.FocusAsync();
    }

    private async Task AddPastedAsync()
    {
        if (_isAdding)
            return;
        var closing = _closing.Token;
        var pasted = PastedList.Split(_pasted);
        (_isAdding, _result) = (true, "");
        try
        {
            var missing = IsEntity ? await AddEntitiesAsync(pasted, closing) : AddIds(pasted);
            _result = _result.Length > 0 ? _result : ResultText(pasted.Count - missing.Count, missing.Count);
            // What was not found stays in the field to be corrected.
            _pasted = string.Join('\n', missing);
        }
        catch (Exception failure) when (LoadFailure.Explains(failure, closing))
        {
            _result = LoadFailure.FromException(failure).Message;
        }
        catch (OperationCanceledException)
        {
            // Closed meanwhile.
        }
        finally
        {
            _isAdding = false;
        }
    }

    private IReadOnlyList<string> AddIds(IReadOnlyList<string> ids)
    {
        if (ids.Any(id => !_chosen.TryAdd(id)))
            _result = LimitText;
        return [];
    }

    private async Task<IReadOnlyList<string>> AddEntitiesAsync(
        IReadOnlyList<string> pasted,
        CancellationToken cancellationToken
    )
    {
        var found = await new ResourceLookup(Session.Gateway, EntityType).ResolveAsync(pasted, cancellationToken);
        // In the order in which they were pasted.
        foreach (var text in pasted)
        {
            if (found.TryGetValue(text, out var resource))
                Choose(resource);
        }

        return [.. pasted.Where(text => !found.ContainsKey(text))];
    }

    private async Task DoneAsync()
    {
        // What is still in the field was meant to be added.
        if (!string.IsNullOrWhiteSpace(_pasted) && _result.Length == 0)
        {
            await AddPastedAsync();
            if (_pasted.Length > 0)
                return;
        }

        Dialogs.Close((IReadOnlyList<string>)[.. _chosen]);
    }

    private static string LimitText => $"At most {Number(ChosenIds.Max)} can be chosen.";

    private static string ResultText(int added, int missing) =>
        missing == 0
            ? $"{Number(added)} added."
            : $"{Number(added)} added. {Number(missing)} not found: they are still in the field.";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
