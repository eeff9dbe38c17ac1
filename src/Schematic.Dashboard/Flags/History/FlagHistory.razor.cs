using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Flags.History;

/// <summary>Who saved the rules of a flag, when, why and what; newest first.</summary>
public sealed partial class FlagHistory : ComponentBase, IDisposable
{
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

    /// <summary>The rules as they are.</summary>
    [Parameter]
    [EditorRequired]
    public IReadOnlyList<RuleDraft> Stored { get; set; } = [];

    [Parameter]
    [EditorRequired]
    public RuleVocabulary Vocabulary { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public FlagHistoryQuery Query { get; set; } = default!;

    /// <summary>Somebody wants these rules back.</summary>
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

    private string UrlOf(ListQuery query) => DashboardUrls.Flag(EnvironmentId, FlagId, FlagPage.HistoryTab, query);
}
