using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>
/// The rules of a flag, tier by tier in the order they are tried. Edits the draft of a session; saves nothing itself.
/// </summary>
public sealed partial class FlagRules : ComponentBase, IDisposable
{
    private const int MaxRules = 100;

    private readonly CancellationTokenSource _closing = new();
    private readonly RuleFindings _findings = new();
    private readonly Dictionary<string, RuleCard> _cards = [];
    private readonly Dictionary<RuleType, ElementReference> _titles = [];
    private readonly Dictionary<RuleType, ElementReference> _adders = [];
    private RuleSuggestions _suggestions = default!;
    private RuleDrag _drag = default!;
    private RuleRefusal? _refusal;
    private Func<ValueTask>? _refocus;
    private string _announcement = "";

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public RuleEditingSession Editing { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public EventCallback Save { get; set; }

    [Parameter]
    [EditorRequired]
    public EventCallback Discard { get; set; }

    private RuleEditor Editor => Editing.Editor;

    private RuleVocabulary Vocabulary => Editing.Vocabulary;

    private FlagDetailResponseData Flag => Editing.Flag;

    private RuleRefusal? Refusal => (Editing.Shown as RuleEditingState.Refused)?.Refusal;

    /// <summary>Moves the focus to the rules, after the focused element was removed.</summary>
    public ValueTask FocusAsync() =>
        _closing.IsCancellationRequested ? ValueTask.CompletedTask : _titles[RuleType.Standard].FocusAsync();

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override void OnInitialized()
    {
        _suggestions = new(Session.Gateway, Vocabulary);
        _drag = new(Editor, StateHasChanged);
    }

    protected override async Task OnParametersSetAsync()
    {
        _findings.Update(Editor, Vocabulary);
        if (_refusal != Refusal)
        {
            _refusal = Refusal;
            // Among many rules it may be far from the button that was pressed.
            if (_refusal?.RuleKey is { } refused)
                _refocus = () => _cards[refused].FocusAsync();
        }

        if (await _suggestions.LearnAsync(() => Editor.Rules, _closing.Token))
            _findings.Update(Editor, Vocabulary);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_refocus is not { } refocus)
            return;
        _refocus = null;
        await refocus();
    }

    private static bool IsEmpty(RuleType tier, IReadOnlyList<RuleDraft> rules) =>
        rules.Count == 0 && tier is not (RuleType.Standard or RuleType.Default);

    private bool CanAdd(RuleType tier, IReadOnlyList<RuleDraft> rules) =>
        RuleTiers.IsEditable(tier) && Editing.IsEditable && (tier == RuleType.Standard || rules.Count == 0);

    private RuleView GetView(RuleDraft rule, int place, int count) =>
        new()
        {
            Rule = rule,
            Place = place,
            Count = count,
            IsEditable = Editing.IsEditable,
            IsOpen = Editor.OpenKey == rule.Key,
            IsDropTarget = _drag.IsTarget(rule.Key),
            Warnings = _findings.GetWarnings(rule.Key),
            Refusal = Refusal?.RuleKey == rule.Key ? Refusal : null,
            VocabularyVersion = Vocabulary.Version,
        };

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
        var next = Editor.GetTier(rule.Tier).NeighbourOf(rule);
        _refocus = () => next is null ? _adders[rule.Tier].FocusAsync() : _cards[next.Key].FocusAsync();
        Editor.Delete(rule.Key);
    }

    private void Announce(string text) => _announcement = text;
}
