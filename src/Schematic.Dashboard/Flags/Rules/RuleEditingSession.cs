using Schematic.Contracts.Flags;
using Schematic.Gateway.Flags;
using static Schematic.Dashboard.Flags.Rules.RuleEditingState;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>
/// The editing of one flag's rules, from the first change to the save. Renders nothing; belongs to one page and its
/// dispatcher. Each change of the draft is stored in the browser, so that a reload, a lost connection or a restart of
/// the
/// server loses nothing. <see cref="RuleEditingState"/> shows what leads from one state to another.
/// </summary>
public sealed class RuleEditingSession
{
    private readonly IFlagsGateway _flags;
    private readonly RuleDraftWriter _draft;
    private bool _isMoving;

    internal RuleEditingSession(IFlagsGateway flags, RuleDraftWriter draft, LoadedFlag loaded)
    {
        (_flags, _draft, Loaded) = (flags, draft, loaded);
        Vocabulary.Learn(loaded.Flag.Rules);
        Editor = new(loaded.Flag.Rules, loaded.Tag);
        Editor.Changed += OnEdited;
        _draft.Changed += () => Changed?.Invoke();
    }

    /// <summary>Raised when the draft, the state or <see cref="IsDraftStored"/> has changed.</summary>
    public event Action? Changed;

    public RuleEditingState State { get; private set; } = new Clean();

    /// <summary>The state to show: behind the dialog of a review the page stays as it was.</summary>
    public RuleEditingState Shown => State is Reviewing review ? review.Before : State;

    /// <summary>The flag as last read or saved.</summary>
    public LoadedFlag Loaded { get; private set; }

    public FlagDetailResponseData Flag => Loaded.Flag;

    public RuleEditor Editor { get; }

    public RuleVocabulary Vocabulary { get; } = new();

    /// <summary>The comment on the next save; kept until it was saved or its draft is given up.</summary>
    public RuleSaveForm Comment { get; private set; } = new();

    /// <summary>Leaving the page would lose something from view.</summary>
    public bool IsDirty => State is not Deleted && Editor.IsDirty;

    public bool IsEditable => State is not DraftFound && RuleDrafts.AreUnderstood(Editor.Stored);

    /// <summary>There is a draft that <see cref="Restore"/> would overwrite.</summary>
    public bool HasDraft => Editor.IsDirty || State is DraftFound;

    /// <summary>False if the browser refused to store the draft: a reload would lose it.</summary>
    public bool IsDraftStored => _draft.IsStored;

    /// <summary>The latest write to the browser. No edit waits for it: await it to learn of a defect in it.</summary>
    public Task DraftWrite => _draft.Latest;

    /// <summary>Looks for a draft of an earlier visit. Call once, before anything is shown.</summary>
    public async Task OpenAsync()
    {
        if (await _draft.ReadAsync(Editor) is { } found)
            MoveTo(() => new DraftFound(found));
    }

    public void ContinueDraft()
    {
        if (State is not DraftFound { Draft: var found })
            return;
        MoveTo(() =>
        {
            Editor.Resume(RuleDrafts.FromContract(found.Rules), found.Tag);
            return EditedOrClean();
        });
    }

    public Task DiscardDraftAsync()
    {
        if (State is not DraftFound)
            return Task.CompletedTask;
        MoveTo(static () => new Clean());
        return _draft.RemoveAsync();
    }

    /// <summary>
    /// Gives up the draft, and with it the older state of the flag that it may have been a change of.
    /// </summary>
    public void Discard()
    {
        if (State is Conflict or Deleted)
            return;
        MoveTo(() =>
        {
            Accept(Loaded);
            return State is Saving saving ? saving with { IsDiscarded = true } : new Clean();
        });
    }

    /// <summary>Makes earlier rules the draft, in place of the one there is.</summary>
    public void Restore(IReadOnlyList<RuleDetailResponseData> saved)
    {
        if (State is Conflict or Deleted)
            return;
        MoveTo(() =>
        {
            Comment = new();
            Editor.Restore(saved);
            return State is Saving ? State : EditedOrClean();
        });
    }

    /// <summary>Begins a save.</summary>
    /// <returns>What it would change; null if there is nothing to save, or not now, or something is missing in the
    /// draft.</returns>
    public IReadOnlyList<RuleChange>? BeginReview()
    {
        if (State is DraftFound or Reviewing or Saving or Conflict or Deleted || !Editor.IsDirty)
            return null;
        if (RuleMistakes.Find(Editor.Rules) is { } mistake)
        {
            MoveTo(() => Refuse(mistake));
            return null;
        }

        MoveTo(() => new Reviewing(State));
        return RuleDiff.Compare(Editor.Stored, Editor.Rules, Vocabulary);
    }

    public void CancelReview()
    {
        if (State is Reviewing { Before: var before })
            MoveTo(() => Editor.IsDirty ? before : new Clean());
    }

    /// <summary>Sends the reviewed draft. Whatever comes of it is the new <see cref="State"/>.</summary>
    /// <returns>True if the flag now has the rules that were sent.</returns>
    public async Task<bool> SaveAsync(CancellationToken cancellationToken)
    {
        // The second click of two finds another state.
        if (State is not Reviewing)
            return false;
        MoveTo(() => new Saving(Editor.Rules, Editor.Version, IsDiscarded: false));
        var body = new UpdateFlagRulesRequestBody { Rules = Editor.Rules.ToContract(), Comment = Comment.ToContract() };
        try
        {
            var outcome = await new RuleSave(_flags, Flag).SendAsync(body, Editor.Tag, cancellationToken);
            // Deleted meanwhile: nothing that is answered matters any more.
            return State is Saving saving && Land(saving, outcome);
        }
        finally
        {
            // Left meanwhile, or a defect: not saving any more in either case.
            if (State is Saving)
                MoveTo(EditedOrClean);
        }
    }

    /// <summary>
    /// Keeps the draft as a change of what somebody else saved. Saves nothing before it was reviewed against that.
    /// </summary>
    public void KeepMine()
    {
        if (State is Conflict { Theirs: var theirs })
            MoveTo(() => Rebase(theirs));
    }

    public void TakeTheirs()
    {
        if (State is not Conflict { Theirs: var theirs })
            return;
        MoveTo(() =>
        {
            Accept(theirs);
            return new Clean();
        });
    }

    /// <summary>Takes over a save of the flag's other properties.</summary>
    public void UpdateFlag(LoadedFlag saved) =>
        MoveTo(() =>
        {
            Loaded = saved;
            if (!Editor.IsDirty)
                Editor.Accept(saved.Flag.Rules, saved.Tag);
            else if (saved.HasRules(Editor.Stored))
                Editor.Rebase(saved.Flag.Rules, saved.Tag);
            return State;
        });

    /// <summary>The flag was deleted: forgets its draft.</summary>
    public Task EndAsync()
    {
        MoveTo(static () => new Deleted());
        return _draft.RemoveAsync();
    }

    private void OnEdited()
    {
        if (!_isMoving)
            MoveTo(AfterEdit);
    }

    private RuleEditingState AfterEdit() =>
        State switch
        {
            DraftFound or Reviewing or Saving or Conflict or Deleted => State,
            Refused refused when refused.Concerns(Editor) => State,
            _ => EditedOrClean(),
        };

    private RuleEditingState EditedOrClean() => Editor.IsDirty ? new Edited() : new Clean();

    private Refused Refuse(RuleRefusal refusal)
    {
        var rule = refusal.RuleKey is { } key ? Editor.Find(key) : null;
        // Deleted since it was sent: there is no place left to show it at.
        if (rule is null)
            return new Refused(refusal with { RuleKey = null, ConditionKey = null }, null);
        Editor.Open(rule.Key);
        return new Refused(refusal, rule);
    }

    private bool Land(Saving saving, RuleSaveOutcome outcome)
    {
        // An earlier save of the same rules was done, and its answer lost.
        if (outcome is RuleSaveOutcome.Stale { Theirs: var own } && own.HasRulesLike(saving.Sent))
            outcome = new RuleSaveOutcome.Saved(own);
        MoveTo(() =>
            outcome switch
            {
                RuleSaveOutcome.Saved saved => OnSaved(saving, saved.Flag),
                RuleSaveOutcome.Stale stale => OnStale(saving, stale.Theirs),
                _ when saving.IsDiscarded => EditedOrClean(),
                RuleSaveOutcome.Refused refused => Refuse(RuleRefusal.FromFailure(refused.Reason, saving.Sent)),
                RuleSaveOutcome.Failed failed => new Failed(failed.Failure),
                _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
            }
        );
        return outcome is RuleSaveOutcome.Saved;
    }

    private RuleEditingState OnSaved(Saving saving, LoadedFlag saved)
    {
        Vocabulary.Learn(saved.Flag.Rules);
        if (Editor.Version == saving.Version || (saving.IsDiscarded && !Editor.IsDirty))
        {
            Accept(saved);
            return new Clean();
        }

        (Loaded, Comment) = (saved, new());
        Editor.AcceptSaved(saving.Sent, saved.Flag.Rules, saved.Tag);
        return EditedOrClean();
    }

    private RuleEditingState OnStale(Saving saving, LoadedFlag theirs)
    {
        Vocabulary.Learn(theirs.Flag.Rules);
        if (saving.IsDiscarded && !Editor.IsDirty)
        {
            Accept(theirs);
            return new Clean();
        }

        // Its name, or its rules in another environment: nothing that the draft would overwrite.
        return theirs.HasRules(Editor.Stored) ? Rebase(theirs) : new Conflict(theirs);
    }

    private void Accept(LoadedFlag flag)
    {
        (Loaded, Comment) = (flag, new());
        Editor.Accept(flag.Flag.Rules, flag.Tag);
    }

    private RuleEditingState Rebase(LoadedFlag theirs)
    {
        Loaded = theirs;
        Editor.Rebase(theirs.Flag.Rules, theirs.Tag);
        return Editor.IsDirty ? new Rebased() : new Clean();
    }

    // The only writer of State. Changes that a transition makes to the editor are no edits.
    private void MoveTo(Func<RuleEditingState> transition)
    {
        _isMoving = true;
        State = transition();
        _isMoving = false;
        // The draft that was found is in the browser already, and not in the editor.
        if (State is not (DraftFound or Deleted))
            _draft.Write(Editor);
        Changed?.Invoke();
    }
}
