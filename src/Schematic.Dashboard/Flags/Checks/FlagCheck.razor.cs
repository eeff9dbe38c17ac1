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

/// <summary>
/// Tries a flag, with unsaved rules if there are any, and shows how its answer came about. The question is in the
/// address.
/// </summary>
public sealed partial class FlagCheck : CancellableComponent
{
    /// <summary>Name of its tab in the address of a flag.</summary>
    internal const string Tab = "check";

    private readonly CheckDraft _draft = new();
    private readonly EditContext _form;
    private readonly ValidationMessageStore _mistakes;
    private FlagExplanation _answer = default!;
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

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public FlagDetailResponseData Flag { get; set; } = default!;

    /// <summary>The unsaved rules; null if there are none.</summary>
    [Parameter]
    public IReadOnlyList<RuleDraft>? Rules { get; set; }

    /// <summary>The question that the address asks.</summary>
    [Parameter]
    [EditorRequired]
    public FlagCheckQuery Query { get; set; } = default!;

    /// <summary>The page of the recent checks by applications.</summary>
    [Parameter]
    [EditorRequired]
    public RecentChecksQuery Recent { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _answer = Own(new FlagExplanation(Session.Gateway.Flags, StateHasChanged, Time));
        _companyKeys = await ListKeyNamesAsync(EntityType.Company);
        _userKeys = await ListKeyNamesAsync(EntityType.User);
    }

    protected override Task OnParametersSetAsync()
    {
        if (_shown != Query)
        {
            _shown = Query;
            _draft.Read(Query);
        }

        return Query.IsAsked
            ? _answer.AskAsync((Query, Flag.Id, Flag.UpdatedAt, Rules), Flag.Key, Query.ToContract(Rules))
            : Task.CompletedTask;
    }

    private Task<IReadOnlyList<string>> ListKeyNamesAsync(EntityType type) =>
        Suggestions.ListAsync(new EntityApi(Session.Gateway, type).ListKeyNamesAsync, Closing);

    private string UrlOf(ListQuery recent) =>
        DashboardUrls.Flag(EnvironmentId, Flag.Id, Tab, new UrlQueryPair(Query, recent));

    private Task AskAsync()
    {
        _mistakes.Clear();
        foreach (var (field, wrong) in _draft.Mistakes())
            _mistakes.Add(field, wrong);
        _form.NotifyValidationStateChanged();
        if (_form.GetValidationMessages().Any())
            return Task.CompletedTask;
        var query = _draft.ToQuery();
        if (query == Query)
            return _answer.AskAgainAsync();
        Navigation.NavigateTo(DashboardUrls.Flag(EnvironmentId, Flag.Id, Tab, query));
        return Task.CompletedTask;
    }
}
