using System.Globalization;
using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>The tiers of a flag in the order they are tried, those that are written here to be edited. Saves nothing itself.</summary>
public sealed partial class FlagRules : ComponentBase, IDisposable
{
    private const int MostRules = 100;

    private readonly CancellationTokenSource _closing = new();
    private ILookup<string, string> _warnings = Array
        .Empty<(string Key, string Text)>()
        .ToLookup(static item => item.Key, static item => item.Text);
    private (int Rules, int Words) _lintedAt = (-1, -1);
    private IReadOnlyList<RuleChange> _changes = [];
    private readonly Dictionary<string, string[]> _shownWarnings = [];
    private readonly HashSet<string> _askedValues = [];
    private readonly Dictionary<string, RuleCard> _cards = [];
    private readonly Dictionary<RuleType, ElementReference> _titles = [];
    private readonly Dictionary<RuleType, ElementReference> _adders = [];
    private Func<ValueTask>? _refocus;
    private RuleRefusal? _refusal;
    private string? _dragged;
    private string? _over;
    private string _said = "";
    private bool _isImpactOpen;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public FlagDetailResponseData Flag { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public RuleEditor Editor { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public RuleVocabulary Vocabulary { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public bool IsEditable { get; set; }

    [Parameter]
    public bool IsSaving { get; set; }

    /// <summary>Why the last save did not happen.</summary>
    [Parameter]
    public LoadFailure? Failure { get; set; }

    [Parameter]
    [EditorRequired]
    public EventCallback Save { get; set; }

    [Parameter]
    [EditorRequired]
    public EventCallback Discard { get; set; }

    private string ChangesText =>
        _changes.Count == 1
            ? "1 rule changed, not saved"
            : string.Create(CultureInfo.InvariantCulture, $"{_changes.Count} rules changed, not saved");

    /// <summary>For when what had the focus is gone.</summary>
    public ValueTask FocusAsync() =>
        _closing.IsCancellationRequested ? ValueTask.CompletedTask : _titles[RuleType.Standard].FocusAsync();

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override Task OnInitializedAsync() => LearnAsync();

    protected override void OnParametersSet()
    {
        if (_refusal != Editor.Refusal)
        {
            _refusal = Editor.Refusal;
            // Among many rules it may be far from the button that was pressed.
            if (_refusal?.RuleKey is { } refused)
                _refocus = () => _cards[refused].FocusAsync();
        }

        var now = (Editor.Version, Vocabulary.Version);
        if (_lintedAt == now)
            return;
        _lintedAt = now;
        _warnings = RuleLint.Check(Editor.Rules, Vocabulary);
        _changes = Editor.IsDirty ? RuleDiff.Compare(Editor.Stored, Editor.Rules, Vocabulary) : [];
        if (!Editor.IsDirty)
            _isImpactOpen = false;
        _ = LearnValuesAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_refocus is not { } refocus)
            return;
        _refocus = null;
        await refocus();
    }

    // The same array while the warnings are the same: a card is drawn anew only when something of it changed.
    private string[] WarningsOf(string key)
    {
        var warnings = _warnings[key].ToArray();
        if (_shownWarnings.TryGetValue(key, out var shown) && shown.SequenceEqual(warnings, StringComparer.Ordinal))
            return shown;
        return _shownWarnings[key] = warnings;
    }

    private void Add(RuleType tier)
    {
        Editor.Add(tier);
        RefocusOpened();
    }

    private void Duplicate(RuleDraft rule)
    {
        Editor.Duplicate(rule.Key);
        RefocusOpened();
    }

    private void RefocusOpened()
    {
        if (Editor.OpenKey is { } opened)
            _refocus = () => _cards[opened].FocusAsync();
    }

    private void Delete(RuleDraft rule)
    {
        var next = Editor.Of(rule.Tier).NeighbourOf(rule);
        _refocus = () => next is null ? _adders[rule.Tier].FocusAsync() : _cards[next.Key].FocusAsync();
        Editor.Delete(rule.Key);
    }

    private void Drop(string target)
    {
        var order = Editor.Find(target) is { } rule ? Editor.Of(rule.Tier) : [];
        var place = order.Index().FirstOrDefault(item => item.Item.Key == target).Index;
        var dragged = _dragged;
        (_dragged, _over) = (null, null);
        // Only within a tier: the tiers are tried in their own order.
        if (dragged is not null && order.Any(other => other.Key == dragged))
            Editor.Move(dragged, place);
    }

    private void Say(string text) => _said = text;

    // Suggestions only: without them one can still type, and the API checks what is saved.
    private async Task LearnAsync()
    {
        try
        {
            foreach (var type in new[] { EntityType.Company, EntityType.User })
                Vocabulary.LearnTraits(
                    await new EntityApi(Session.Gateway, type).ListTraitDefinitionsAsync(_closing.Token)
                );
            Vocabulary.LearnEvents(
                (
                    await Session.Gateway.Events.ListTypesAsync(new() { Limit = Page.MaxLimit }, _closing.Token)
                ).Data.Select(static type => type.EventSubtype)
            );
        }
        catch (Exception failure)
            when (LoadFailure.Explains(failure, _closing.Token) || failure is OperationCanceledException)
        {
            return;
        }

        StateHasChanged();
        await LearnValuesAsync();
    }

    private async Task LearnValuesAsync()
    {
        var unknown = Editor
            .Rules.SelectMany(static rule => rule.AllConditions)
            .Select(static condition => condition.Body.TraitId)
            .OfType<string>()
            .Where(id => Vocabulary.TraitOf(id) is not null && _askedValues.Add(id))
            .Distinct()
            .ToList();
        if (unknown.Count == 0)
            return;
        try
        {
            foreach (var id in unknown)
            {
                var values = (
                    await Session.Gateway.Entities.ListTraitValuesAsync(
                        new() { DefinitionId = id, Limit = 50 },
                        _closing.Token
                    )
                ).Data;
                Vocabulary.LearnValues(
                    id,
                    [.. values.Select(static value => value.Value).Distinct(StringComparer.Ordinal)]
                );
            }
        }
        catch (Exception failure)
            when (LoadFailure.Explains(failure, _closing.Token) || failure is OperationCanceledException)
        {
            return;
        }

        OnParametersSet();
        StateHasChanged();
    }
}
