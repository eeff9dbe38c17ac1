using Schematic.Dashboard.Shared.Loading;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>
/// A state of a <see cref="RuleEditingSession"/>, with the data that only this state has. What leads from one to
/// another:
/// <code>
/// Clean       an edit: Edited · a draft in the browser: DraftFound
/// DraftFound  ContinueDraft: Edited · DiscardDraftAsync: Clean · Restore: Edited
/// Edited      an undo, Discard: Clean · BeginReview: Reviewing, or Refused where something is missing
/// Reviewing   CancelReview: the state before · SaveAsync: Saving
/// Saving      saved: Clean, or Edited if it was edited since
///             400: Refused · no answer, other refusals: Failed
///             412: Conflict, Rebased if only other parts of the flag differ, Clean if the flag has these rules already
///             any of these after Discard: Clean
/// Refused     an edit of the refused rule: Edited · otherwise as Edited
/// Failed      any edit: Edited · otherwise as Edited
/// Rebased     any edit: Edited · otherwise as Edited
/// Conflict    KeepMine: Rebased, or Clean if nothing differs · TakeTheirs: Clean
/// any         EndAsync: Deleted
/// </code>
/// </summary>
public abstract record RuleEditingState
{
    private RuleEditingState() { }

    /// <summary>The draft equals the stored rules.</summary>
    public sealed record Clean : RuleEditingState;

    /// <summary>
    /// The browser holds a draft of an earlier visit. The rules cannot be edited until it is continued or discarded.
    /// </summary>
    public sealed record DraftFound(StoredDraft Draft) : RuleEditingState;

    /// <summary>The draft differs from the stored rules.</summary>
    public sealed record Edited : RuleEditingState;

    /// <summary>The changes that a save would make are shown for confirmation.</summary>
    /// <param name="Before">The state to return to when the review is cancelled.</param>
    public sealed record Reviewing(RuleEditingState Before) : RuleEditingState;

    /// <summary>
    /// The draft was sent, and the API has not answered yet. It can be edited or discarded meanwhile.
    /// </summary>
    /// <param name="Sent">The rules that were sent.</param>
    /// <param name="Version">The editor's version at that moment.</param>
    /// <param name="IsDiscarded">The draft was discarded since. The save itself cannot be called back.</param>
    public sealed record Saving(IReadOnlyList<RuleDraft> Sent, int Version, bool IsDiscarded) : RuleEditingState;

    /// <summary>The draft is wrong somewhere, and was not saved.</summary>
    /// <param name="Rule">The refused rule as it was sent; null where the refusal names none.</param>
    public sealed record Refused(RuleRefusal Refusal, RuleDraft? Rule) : RuleEditingState
    {
        /// <summary>
        /// Whether the draft is still wrong as far as is known. A refused rule that only moved is no better.
        /// </summary>
        public bool Concerns(RuleEditor editor) =>
            editor.IsDirty
            && (Rule is null || editor.Find(Rule.Key) is { } now && now with { Priority = Rule.Priority } == Rule);
    }

    /// <summary>The API could not be asked, or would not. The draft may have been saved if no answer came.</summary>
    public sealed record Failed(LoadFailure Failure) : RuleEditingState;

    /// <summary>Somebody else saved other rules first.</summary>
    /// <param name="Theirs">The flag as they saved it.</param>
    public sealed record Conflict(LoadedFlag Theirs) : RuleEditingState;

    /// <summary>
    /// The flag was changed by somebody else, and the draft is now a change of that. It is still to be saved.
    /// </summary>
    public sealed record Rebased : RuleEditingState;

    /// <summary>The flag was deleted from this page. Nothing is kept any more.</summary>
    public sealed record Deleted : RuleEditingState;
}
