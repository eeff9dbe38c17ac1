using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Flags.Checks;

/// <summary>Tries a flag, unsaved rules included, and shows how the answer came about. What is tried is in the address.</summary>
public sealed partial class FlagCheck : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly CheckDraft _draft = new();
    private readonly EditContext _form;
    private readonly ValidationMessageStore _mistakes;
    private PageLoader<ExplainFlagResponseData> _answer = default!;
    private FlagCheckQuery? _shown;
    private IReadOnlyList<string> _companyKeys = [];
    private IReadOnlyList<string> _userKeys = [];

    public FlagCheck()
    {
        _form = new(_draft);
        _mistakes = new(_form);
        _form.OnFieldChanged += (_, change) => _mistakes.Clear(change.FieldIdentifier);
    }

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public FlagDetailResponseData Flag { get; set; } = default!;

    /// <summary>The draft; null where nothing is drafted.</summary>
    [Parameter]
    public IReadOnlyList<RuleDraft>? Rules { get; set; }

    /// <summary>What the address asks.</summary>
    [Parameter]
    [EditorRequired]
    public FlagCheckQuery Query { get; set; } = default!;

    /// <summary>The page of what applications asked.</summary>
    [Parameter]
    [EditorRequired]
    public RecentChecksQuery Recent { get; set; } = default!;

    public void Dispose()
    {
        _answer.Dispose();
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _answer = new(StateHasChanged, Time);
        try
        {
            _companyKeys = await new EntityApi(Session.Gateway, EntityType.Company).ListKeyNamesAsync(_closing.Token);
            _userKeys = await new EntityApi(Session.Gateway, EntityType.User).ListKeyNamesAsync(_closing.Token);
        }
        catch (Exception failure)
            when (LoadFailure.Explains(failure, _closing.Token) || failure is OperationCanceledException)
        {
            // Ids can be entered without the names of keys.
        }
    }

    protected override Task OnParametersSetAsync()
    {
        if (_shown != Query)
        {
            _shown = Query;
            _draft.Read(Query);
        }

        var (query, rules, key, api) = (Query, Rules, Flag.Key, Session.Gateway);
        return query.IsAsked
            ? _answer.LoadAsync(
                (query, Flag.Id, Flag.UpdatedAt, rules),
                async cancellationToken =>
                    (await api.Flags.ExplainAsync(key, query.ToContract(rules), cancellationToken)).Data
            )
            : Task.CompletedTask;
    }

    private string UrlOf(ListQuery recent) =>
        DashboardUrls.Flag(EnvironmentId, Flag.Id, "check", new UrlQueryPair(Query, recent));

    private Task Ask()
    {
        _mistakes.Clear();
        foreach (var (field, wrong) in _draft.Mistakes())
            _mistakes.Add(field, wrong);
        _form.NotifyValidationStateChanged();
        if (_form.GetValidationMessages().Any())
            return Task.CompletedTask;
        var query = _draft.ToQuery();
        if (query == Query)
            return _answer.ReloadAsync();
        Navigation.NavigateTo(DashboardUrls.Flag(EnvironmentId, Flag.Id, "check", query));
        return Task.CompletedTask;
    }
}
