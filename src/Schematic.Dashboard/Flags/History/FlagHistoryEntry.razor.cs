using Microsoft.AspNetCore.Components;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Flags.History;

/// <summary>One save of a flag's rules: who made it, when, why, and what it changed.</summary>
public sealed partial class FlagHistoryEntry : ComponentBase, IDisposable
{
    private PageLoader<IReadOnlyList<FlagRuleSaveResponseData>> _before = default!;
    private (FlagRuleSaveResponseData? Save, IReadOnlyList<RuleDraft>? Stored) _shown;
    private bool _isOpen;
    private bool _isCurrent;
    private bool _isRestorable;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string FlagId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public FlagRuleSaveResponseData Save { get; set; } = default!;

    /// <summary>The save before this one; null if it is on another page, and then fetched when needed.</summary>
    [Parameter]
    public FlagRuleSaveResponseData? Before { get; set; }

    /// <summary>The rules as they are stored now.</summary>
    [Parameter]
    [EditorRequired]
    public IReadOnlyList<RuleDraft> Stored { get; set; } = [];

    [Parameter]
    [EditorRequired]
    public RuleVocabulary Vocabulary { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public EventCallback<FlagRuleSaveResponseData> Restore { get; set; }

    private string Who =>
        Save.Actor switch
        {
            null => "Sample data",
            { ActorType: ActorType.ApiKey } key => $"API key {NameOf(key)}",
            var actor => NameOf(actor),
        };

    // Before the first version there were no rules.
    private IReadOnlyList<RuleDetailResponseData>? Known => Save.Version == 1 ? [] : Before?.Rules;

    public void Dispose() => _before.Dispose();

    protected override void OnInitialized() => _before = new(StateHasChanged, Time);

    protected override void OnParametersSet()
    {
        // Comparing long rules takes too long to be done with each rendering.
        if (ReferenceEquals(_shown.Save, Save) && ReferenceEquals(_shown.Stored, Stored))
            return;
        _shown = (Save, Stored);
        _isCurrent = new RuleRestoration(Stored).Of(Save.Rules).Text() == Stored.Text();
        // What this console does not understand it could not write back.
        _isRestorable =
            RuleDrafts.AreUnderstood(RuleDrafts.FromContract(Save.Rules)) && RuleDrafts.AreUnderstood(Stored);
    }

    private IReadOnlyList<RuleChange> Compare(IReadOnlyList<RuleDetailResponseData> before) =>
        RuleDiff.Compare(RuleDrafts.FromContract(before), RuleDrafts.FromContract(Save.Rules), Vocabulary);

    private static string NameOf(FlagRuleSaveActor actor) => actor.Name.Length > 0 ? actor.Name : actor.Id;

    private Task ToggleAsync()
    {
        _isOpen = !_isOpen;
        if (!_isOpen || Known is not null)
            return Task.CompletedTask;
        var (api, id, version) = (Session.Gateway.Flags, FlagId, Save.Version - 1);
        return _before.LoadAsync(
            version,
            async cancellationToken =>
            {
                var found = (await api.ListRuleSavesAsync(id, new() { Version = version }, cancellationToken)).Data;
                Vocabulary.Learn(found.SelectMany(static save => save.Rules));
                return found;
            }
        );
    }
}
