using System.Globalization;
using Microsoft.AspNetCore.Components;
using Radzen;
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
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Flags;

/// <summary>
/// A flag: its rules, and what they answer. What is edited is kept in the browser with each change, so that a reload, a lost
/// connection or a restart of the server loses nothing.
/// </summary>
public sealed partial class FlagPage : EnvironmentPage
{
    internal const string HistoryTab = "history";

    private const string RulesTab = "";
    private const string CheckTab = "check";

    private PageLoader<Loaded> _flag = default!;
    private RuleVocabulary _words = new();
    private RuleEditor? _editor;
    private StoredDraft? _found;
    private Loaded? _theirs;
    private LoadFailure? _failure;
    private FlagRules? _rules;
    private RuleSaveForm _comment = new();
    private FlagCheckQuery _check = new();
    private RecentChecksQuery _recent = new();
    private FlagHistoryQuery _history = new();
    private string _shown = "";
    private int _guard;
    private int _kept;
    private bool _isSaving;
    private bool _mustRefocus;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private Toaster Toaster { get; set; } = default!;

    [Inject]
    private IRuleDraftStore Drafts { get; set; } = default!;

    /// <summary>Its id, or its key.</summary>
    [Parameter]
    [EditorRequired]
    public string FlagId { get; set; } = "";

    [Parameter]
    public string? Tab { get; set; }

    private FlagDetailResponseData? Flag => _flag.State.Value?.Flag;

    private string ActiveTab => Tab is CheckTab or HistoryTab ? Tab : RulesTab;

    private IReadOnlyList<Crumb> Crumbs => [new("Flags", DashboardUrls.Flags(EnvironmentId))];

    private IReadOnlyList<UrlTab> Tabs =>
        [
            new(RulesTab, "Rules", DashboardUrls.Flag(EnvironmentId, FlagId), Flag?.Rules.Count),
            new(CheckTab, "Check", DashboardUrls.Flag(EnvironmentId, FlagId, CheckTab)),
            new(HistoryTab, "History", DashboardUrls.Flag(EnvironmentId, FlagId, HistoryTab)),
        ];

    private string DraftKey => DraftKeyOf(Flag!);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _flag = NewLoader<Loaded>();
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
            if (_shown.Length > 0)
                _flag = NewLoader<Loaded>();
            (_shown, _editor, _found, _theirs, _failure, _words, _comment) = (id, null, null, null, null, new(), new());
            _guard++;
        }

        await _flag.LoadAsync(id, cancellationToken => FetchAsync(id, cancellationToken));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        if (!_mustRefocus)
            return;
        _mustRefocus = false;
        if (_rules is { } rules)
            await rules.FocusAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _editor is not null)
            _editor.Changed -= OnEdited;
        base.Dispose(disposing);
    }

    private async Task<Loaded> FetchAsync(string idOrKey, CancellationToken cancellationToken)
    {
        var answer = await Api.Flags.GetAsync(await IdOfAsync(idOrKey, cancellationToken), cancellationToken);
        var loaded = new Loaded(answer.Data, answer.ETag);
        if (_editor is null)
            await BeginAsync(loaded, cancellationToken);
        return loaded;
    }

    private async Task<string> IdOfAsync(string idOrKey, CancellationToken cancellationToken)
    {
        if (idOrKey.StartsWith("flag_", StringComparison.Ordinal))
            return idOrKey;
        var found = (await Api.Flags.ListAsync(new() { Q = idOrKey, Limit = Page.MaxLimit }, cancellationToken)).Data;
        return found.FirstOrDefault(flag => flag.Key == idOrKey)?.Id ?? idOrKey;
    }

    private async Task BeginAsync(Loaded loaded, CancellationToken cancellationToken)
    {
        _words.Learn(loaded.Flag.Rules);
        var editor = new RuleEditor(loaded.Flag.Rules, loaded.Tag);
        var found = await Drafts.ReadAsync(DraftKeyOf(loaded.Flag));
        cancellationToken.ThrowIfCancellationRequested();
        // A draft that says what is stored is none.
        _found =
            found is not null && RuleDrafts.FromContract(found.Rules).Text() != editor.Stored.Text() ? found : null;
        editor.Changed += OnEdited;
        _editor = editor;
    }

    private string DraftKeyOf(FlagDetailResponseData flag) =>
        $"schematic.rules/{Session.Member.Id}/{EnvironmentId}/{flag.Id}";

    private void OnEdited()
    {
        if (_editor is { } editor && Flag is not null)
            _ = KeepAsync(editor);
        _failure = null;
        StateHasChanged();
    }

    private Task KeepAsync(RuleEditor editor)
    {
        // Opening a rule changes nothing that is worth keeping.
        if (_kept == editor.Version)
            return Task.CompletedTask;
        _kept = editor.Version;
        return editor.IsDirty
            ? Drafts.WriteAsync(
                DraftKey,
                new StoredDraft
                {
                    SavedAt = Time.GetUtcNow(),
                    Tag = editor.Tag,
                    Rules = editor.Rules.ToContract(),
                }
            )
            : Drafts.RemoveAsync(DraftKey);
    }

    private void ContinueDraft()
    {
        var found = _found!;
        (_found, _mustRefocus) = (null, true);
        _editor!.Resume(RuleDrafts.FromContract(found.Rules), found.Tag);
    }

    private async Task DiscardDraftAsync()
    {
        (_found, _mustRefocus) = (null, true);
        await Drafts.RemoveAsync(DraftKey);
    }

    private async Task DiscardAsync()
    {
        if (
            await Dialogs.Confirm(
                "Your changes to these rules are lost.",
                "Discard the draft?",
                new ConfirmOptions
                {
                    OkButtonText = "Discard",
                    CancelButtonText = "Keep editing",
                    CssClass = "dialog",
                }
            ) == true
        )
        {
            _mustRefocus = true;
            // Not merely undone: the draft may have been of an older state.
            _editor!.Accept(Flag!.Rules, _flag.State.Value!.Tag);
            _comment = new();
        }
    }

    private async Task RestoreAsync(FlagRuleSaveResponseData save)
    {
        var isSure =
            (!_editor!.IsDirty && _found is null)
            || await Dialogs.Confirm(
                "You have changed these rules and not saved them. Those changes are lost.",
                "Replace the draft?",
                new ConfirmOptions
                {
                    OkButtonText = "Replace",
                    CancelButtonText = "Keep the draft",
                    CssClass = "dialog",
                }
            ) == true;
        if (!isSure)
            return;
        (_found, _comment) = (null, new());
        _editor.Restore(save.Rules);
        Navigation.NavigateTo(DashboardUrls.Flag(EnvironmentId, FlagId));
        Toaster.Done(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The rules of version {save.Version:N0} are in the draft. Nothing is saved yet."
            )
        );
    }

    private async Task SaveAsync()
    {
        var (editor, api, closing) = (_editor!, Api, Closing);
        if (_isSaving || !editor.IsDirty)
            return;
        if (RuleMistakes.Find(editor.Rules) is { } mistake)
        {
            editor.Refuse(mistake);
            return;
        }

        var changes = RuleDiff.Compare(editor.Stored, editor.Rules, _words);
        var sure = await Dialogs.OpenFormAsync<RuleDiffDialog, object>(
            $"Save the rules of {Flag!.Name}?",
            new() { [nameof(RuleDiffDialog.Changes)] = changes, [nameof(RuleDiffDialog.Form)] = _comment }
        );
        if (sure is null || _isSaving)
            return;
        (_isSaving, _failure) = (true, null);
        StateHasChanged();
        try
        {
            var saved = await api.Flags.UpdateRulesAsync(
                Flag.Id,
                new() { Rules = editor.Rules.ToContract(), Comment = _comment.ToContract() },
                editor.Tag,
                closing
            );
            _words.Learn(saved.Data.Rules);
            _flag.Set(new(Flag with { Rules = saved.Data.Rules }, saved.ETag));
            _mustRefocus = true;
            editor.Accept(saved.Data.Rules, saved.ETag);
            _comment = new();
            Toaster.Done($"The rules of {Flag.Name} were saved.");
        }
        catch (GatewayException stale) when (stale.IsStale)
        {
            await MeetTheirsAsync(stale, editor, closing);
        }
        catch (GatewayException refused) when (refused.Status == System.Net.HttpStatusCode.BadRequest)
        {
            editor.Refuse(RuleRefusal.FromMessage(refused.Message, editor.Rules));
        }
        catch (Exception failure) when (LoadFailure.Explains(failure, closing))
        {
            _failure = LoadFailure.FromException(failure);
        }
        finally
        {
            _isSaving = false;
            StateHasChanged();
        }
    }

    private async Task MeetTheirsAsync(GatewayException stale, RuleEditor editor, CancellationToken cancellationToken)
    {
        try
        {
            if (stale.Current<FlagDetailResponseData>() is { } current)
            {
                _theirs = new(current.Data, current.ETag);
            }
            else
            {
                var answer = await Api.Flags.GetAsync(Flag!.Id, cancellationToken);
                _theirs = new(answer.Data, answer.ETag);
            }
        }
        catch (Exception failure) when (LoadFailure.Explains(failure, cancellationToken))
        {
            _failure = LoadFailure.FromException(failure);
            return;
        }

        _words.Learn(_theirs.Flag.Rules);
        // Its name or its rules in another environment: nothing that the draft would overwrite.
        if (RuleDrafts.FromContract(_theirs.Flag.Rules).Text() == editor.Stored.Text())
            KeepMine();
    }

    private Task TakeTheirsAsync()
    {
        var theirs = _theirs!;
        (_theirs, _mustRefocus) = (null, true);
        _flag.Set(theirs);
        _editor!.Accept(theirs.Flag.Rules, theirs.Tag);
        _comment = new();
        Toaster.Done("You see what was saved meanwhile. Your draft was discarded.");
        return Task.CompletedTask;
    }

    private void KeepMine()
    {
        var theirs = _theirs!;
        (_theirs, _mustRefocus) = (null, true);
        _flag.Set(theirs);
        _editor!.Rebase(theirs.Flag.Rules, theirs.Tag);
        _failure = new LoadFailure
        {
            Title = "Not saved yet",
            Message = "The flag was changed meanwhile. Look at what saving would change now, and save again.",
        };
    }

    private async Task EditAsync()
    {
        var loaded = _flag.State.Value!;
        var saved = await Dialogs.OpenFormAsync<EditFlagDialog, Envelope<FlagDetailResponseData>>(
            "Edit flag",
            new() { [nameof(EditFlagDialog.Flag)] = loaded.Flag, [nameof(EditFlagDialog.Tag)] = loaded.Tag }
        );
        if (saved is null)
            return;
        _flag.Set(new(saved.Data, saved.ETag));
        if (!_editor!.IsDirty)
            _editor.Accept(saved.Data.Rules, saved.ETag);
        else if (RuleDrafts.FromContract(saved.Data.Rules).Text() == _editor.Stored.Text())
            _editor.Rebase(saved.Data.Rules, saved.ETag);
        Toaster.Done($"{saved.Data.Name} was saved.");
    }

    private async Task DeleteAsync()
    {
        var (flag, api) = (Flag!, Api);
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
        await Drafts.RemoveAsync(DraftKey);
        _editor = null;
        StateHasChanged();
        Toaster.Done($"{flag.Name} was deleted.");
        Navigation.NavigateTo(DashboardUrls.Flags(EnvironmentId), replace: true);
    }

    private static string Count(long count, string one, string many) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";

    private sealed record Loaded(FlagDetailResponseData Flag, string? Tag);
}
