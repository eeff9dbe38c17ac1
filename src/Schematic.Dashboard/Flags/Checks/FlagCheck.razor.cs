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
    private string? _companyMistake;
    private string? _userMistake;

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

    protected override void OnInitialized() =>
        _answer = Own(new FlagExplanation(Session.Gateway.Flags, StateHasChanged, Time));

    protected override Task OnParametersSetAsync()
    {
        if (_shown != Query)
        {
            _shown = Query;
            _draft.Read(Query);
            (_companyMistake, _userMistake) = (null, null);
        }

        return Query.IsAsked
            ? _answer.AskAsync((Query, Flag.Id, Flag.UpdatedAt, Rules), Flag.Key, Query.ToContract(Rules))
            : Task.CompletedTask;
    }

    private void SetCompany((string Key, string Value) named) =>
        (_draft.CompanyKey, _draft.Company, _companyMistake) = (named.Key, named.Value, null);

    private void SetUser((string Key, string Value) named) =>
        (_draft.UserKey, _draft.User, _userMistake) = (named.Key, named.Value, null);

    private string UrlOf(ListQuery recent) =>
        DashboardUrls.Flag(EnvironmentId, Flag.Id, Tab, new UrlQueryPair(Query, recent));

    private async Task AskAsync()
    {
        (_draft.CompanyKey, _draft.Company, _companyMistake) = await ResolveAsync(
            EntityType.Company,
            _draft.CompanyKey,
            _draft.Company
        );
        (_draft.UserKey, _draft.User, _userMistake) = await ResolveAsync(EntityType.User, _draft.UserKey, _draft.User);
        _mistakes.Clear();
        foreach (var (field, wrong) in _draft.Mistakes())
            _mistakes.Add(field, wrong);
        _form.NotifyValidationStateChanged();
        if (_companyMistake is not null || _userMistake is not null || _form.GetValidationMessages().Any())
            return;
        var query = _draft.ToQuery();
        if (query == Query)
            await _answer.AskAgainAsync();
        else
            Navigation.NavigateTo(DashboardUrls.Flag(EnvironmentId, Flag.Id, Tab, query));
    }

    // What was typed and not chosen from the list: one exact match is who is meant.
    private async Task<(string Key, string Value, string? Mistake)> ResolveAsync(
        EntityType type,
        string key,
        string value
    )
    {
        var text = value.Trim();
        if (key != SubjectPicker.AnyKey || text.Length == 0)
            return (text.Length == 0 ? EntityApi.IdKey : key, value, null);
        try
        {
            return await new EntityOptions(Session.Gateway, type).FindNamedAsync(text, Closing) switch
            {
                [var only] => (EntityApi.IdKey, only.Id, null),
                [] => (key, value, $"No {EntityWords.Noun(type)} has this id or key. Choose one from the list."),
                _ => (key, value, $"Several {EntityWords.Plural(type)} have this key. Choose one from the list."),
            };
        }
        catch (Exception failure) when (LoadFailure.Explains(failure, Closing))
        {
            return (key, value, LoadFailure.FromException(failure).Message);
        }
    }
}
