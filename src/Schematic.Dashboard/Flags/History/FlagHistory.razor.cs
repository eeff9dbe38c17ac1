using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Flags.History;

/// <summary>The saves of a flag's rules, newest first: who made them, when, why, and what they changed.</summary>
public sealed partial class FlagHistory : ComponentBase, IDisposable
{
    /// <summary>Name of its tab in the address of a flag.</summary>
    internal const string Tab = DashboardUrls.HistoryTab;

    private ListLoader<FlagHistoryQuery, FlagRuleSaveResponseData> _saves = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public string FlagId { get; set; } = "";

    /// <summary>The rules as they are stored now.</summary>
    [Parameter]
    [EditorRequired]
    public IReadOnlyList<RuleDraft> Stored { get; set; } = [];

    [Parameter]
    [EditorRequired]
    public RuleVocabulary Vocabulary { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public FlagHistoryQuery Query { get; set; } = default!;

    /// <summary>Raised when the rules of a save are to become the draft.</summary>
    [Parameter]
    [EditorRequired]
    public EventCallback<FlagRuleSaveResponseData> Restore { get; set; }

    public void Dispose() => _saves.Dispose();

    protected override void OnInitialized()
    {
        var (api, id) = (Session.Gateway.Flags, FlagId);
        _saves = new(
            StateHasChanged,
            Time,
            async (query, cancellationToken) =>
            {
                var answer = await api.ListRuleSavesAsync(id, query.ToContract(), cancellationToken);
                Vocabulary.Learn(answer.Data.SelectMany(static save => save.Rules));
                return answer;
            },
            (_, cancellationToken) => api.CountRuleSavesAsync(id, new(), cancellationToken)
        );
    }

    protected override Task OnParametersSetAsync() => _saves.LoadAsync(Query);

    private string UrlOf(ListQuery query) => DashboardUrls.Flag(EnvironmentId, FlagId, Tab, query);
}
