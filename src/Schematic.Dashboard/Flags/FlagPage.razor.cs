using System.Globalization;
using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Flags.Checks;
using Schematic.Dashboard.Flags.History;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Page;

namespace Schematic.Dashboard.Flags;

/// <summary>
/// A flag: its rules, what they answer, and who saved them. The rules are edited in a <see
/// cref="RuleEditingSession"/>.
/// </summary>
public sealed partial class FlagPage : EnvironmentPage
{
    private const string RulesTab = "";

    private PageLoader<RuleEditingSession> _flag = default!;
    private FlagRules? _rules;
    private FlagCheckQuery _check = new();
    private RecentChecksQuery _recent = new();
    private FlagHistoryQuery _history = new();
    private string _shown = "";
    private bool _mustRefocus;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private Toaster Toaster { get; set; } = default!;

    [Inject]
    private IRuleDraftStore Drafts { get; set; } = default!;

    /// <summary>Id or key of the flag.</summary>
    [Parameter]
    [EditorRequired]
    public string FlagId { get; set; } = "";

    [Parameter]
    public string? Tab { get; set; }

    private RuleEditingSession? Editing => _flag.State.Value;

    private string ActiveTab => Tab is FlagCheck.Tab or FlagHistory.Tab ? Tab : RulesTab;

    private IReadOnlyList<Crumb> Crumbs => [new("Flags", DashboardUrls.Flags(EnvironmentId))];

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _flag = NewLoader<RuleEditingSession>();
    }

    protected override async Task LoadAsync()
    {
        var id = FlagId;
        (_check, _recent, _history) = (
            ReadUrl<FlagCheckQuery>(),
            ReadUrl<RecentChecksQuery>(),
            ReadUrl<FlagHistoryQuery>()
        );
        if (_shown != id)
        {
            // Another flag: nothing of the last one may be seen meanwhile.
            Close();
            if (_shown.Length > 0)
                _flag = NewLoader<RuleEditingSession>();
            _shown = id;
        }

        await _flag.LoadAsync(id, cancellationToken => OpenAsync(id, cancellationToken));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        // Where another tab is still shown, its rules are on their way.
        if (!_mustRefocus || ActiveTab != RulesTab)
            return;
        _mustRefocus = false;
        if (_rules is { } rules)
            await rules.FocusAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Close();
        base.Dispose(disposing);
    }

    private async Task<RuleEditingSession> OpenAsync(string idOrKey, CancellationToken cancellationToken)
    {
        var answer = await Api.Flags.GetAsync(await GetIdAsync(idOrKey, cancellationToken), cancellationToken);
        var draftKey = $"schematic.rules/{Session.Member.Id}/{EnvironmentId}/{answer.Data.Id}";
        var editing = new RuleEditingSession(
            Api.Flags,
            new RuleDraftWriter(Drafts, draftKey, Time),
            new LoadedFlag(answer.Data, answer.ETag)
        );
        await editing.OpenAsync();
        cancellationToken.ThrowIfCancellationRequested();
        editing.Changed += OnEdited;
        return editing;
    }

    private async Task<string> GetIdAsync(string idOrKey, CancellationToken cancellationToken)
    {
        if (idOrKey.StartsWith("flag_", StringComparison.Ordinal))
            return idOrKey;
        var found = (await Api.Flags.ListAsync(new() { Q = idOrKey, Limit = Page.MaxLimit }, cancellationToken)).Data;
        return found.FirstOrDefault(flag => flag.Key == idOrKey)?.Id ?? idOrKey;
    }

    private void Close()
    {
        if (Editing is { } editing)
            editing.Changed -= OnEdited;
    }

    private void OnEdited()
    {
        StateHasChanged();
        if (Editing is { DraftWrite: { IsCompletedSuccessfully: false } write })
            _ = WatchAsync(write);
    }

    // The session says itself when the browser stores nothing. What else goes wrong is a defect, and must not go
    // unseen.
    private async Task WatchAsync(Task write)
    {
        try
        {
            await write;
        }
        catch (Exception defect)
        {
            await DispatchExceptionAsync(defect);
        }
    }

    private void ContinueDraft(RuleEditingSession editing)
    {
        _mustRefocus = true;
        editing.ContinueDraft();
    }

    private Task DiscardDraftAsync(RuleEditingSession editing)
    {
        _mustRefocus = true;
        return editing.DiscardDraftAsync();
    }

    private async Task DiscardAsync(RuleEditingSession editing)
    {
        if (
            !await Dialogs.AskAsync(
                "Discard the draft?",
                "Your changes to these rules are lost.",
                "Discard",
                "Keep editing"
            )
        )
            return;
        _mustRefocus = true;
        editing.Discard();
    }

    private async Task RestoreAsync(RuleEditingSession editing, FlagRuleSaveResponseData save)
    {
        const string Lost = "You have changed these rules and not saved them. Those changes are lost.";
        if (editing.HasDraft && !await Dialogs.AskAsync("Replace the draft?", Lost, "Replace", "Keep the draft"))
            return;
        editing.Restore(save.Rules);
        // The button that was pressed goes with its tab.
        _mustRefocus = true;
        Navigation.NavigateTo(DashboardUrls.Flag(EnvironmentId, FlagId));
        Toaster.Done(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The rules of version {save.Version:N0} are in the draft. Nothing is saved yet."
            )
        );
    }

    private async Task SaveAsync(RuleEditingSession editing)
    {
        var closing = Closing;
        if (editing.BeginReview() is not { } changes)
            return;
        var confirmed = await Dialogs.OpenFormAsync<RuleDiffDialog, object>(
            $"Save the rules of {editing.Flag.Name}?",
            new()
            {
                [nameof(RuleDiffDialog.Changes)] = changes,
                [nameof(RuleDiffDialog.Form)] = editing.Comment,
                [nameof(RuleDiffDialog.Impact)] = editing.Comment.ImpactOf(editing.Editor.Rules),
                [nameof(RuleDiffDialog.EnvironmentName)] = Session.Environment.Name,
            }
        );
        if (confirmed is null)
        {
            editing.CancelReview();
            return;
        }

        if (!await editing.SaveAsync(closing))
            return;
        _mustRefocus = editing == Editing;
        Toaster.Done($"The rules of {editing.Flag.Name} were saved.");
    }

    private void TakeTheirs(RuleEditingSession editing)
    {
        _mustRefocus = true;
        editing.TakeTheirs();
        Toaster.Done("You see what was saved meanwhile. Your draft was discarded.");
    }

    private void KeepMine(RuleEditingSession editing)
    {
        _mustRefocus = true;
        editing.KeepMine();
    }

    private async Task EditAsync(RuleEditingSession editing)
    {
        var saved = await Dialogs.OpenFormAsync<EditFlagDialog, Envelope<FlagDetailResponseData>>(
            "Edit flag",
            new() { [nameof(EditFlagDialog.Flag)] = editing.Flag, [nameof(EditFlagDialog.Tag)] = editing.Loaded.Tag }
        );
        if (saved is null)
            return;
        editing.UpdateFlag(new(saved.Data, saved.ETag));
        Toaster.Done($"{saved.Data.Name} was saved.");
    }

    private async Task DeleteAsync(RuleEditingSession editing)
    {
        var (flag, api) = (editing.Flag, Api);
        var deleted = await Dialogs.ConfirmByNameAsync(
            Confirmation.Delete(
                "flag",
                flag.Name,
                Consequences(flag),
                cancellationToken => api.Flags.DeleteAsync(flag.Id, cancellationToken)
            )
        );
        if (!deleted)
            return;
        await editing.EndAsync();
        Toaster.Done($"{flag.Name} was deleted.");
        Navigation.NavigateTo(DashboardUrls.Flags(EnvironmentId), replace: true);
    }

    private IReadOnlyList<UrlTab> GetTabs(FlagDetailResponseData flag) =>
        [
            new(RulesTab, "Rules", DashboardUrls.Flag(EnvironmentId, FlagId), flag.Rules.Count),
            new(FlagCheck.Tab, "Check", DashboardUrls.Flag(EnvironmentId, FlagId, FlagCheck.Tab)),
            new(FlagHistory.Tab, "History", DashboardUrls.Flag(EnvironmentId, FlagId, FlagHistory.Tab)),
        ];

    private static string CountRules(FlagDetailResponseData flag) =>
        flag.Rules.Count == 1 ? "1 rule" : string.Create(CultureInfo.InvariantCulture, $"{flag.Rules.Count:N0} rules");
}
