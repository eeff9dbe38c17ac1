namespace Schematic.Dashboard.Flags.Rules;

/// <summary>
/// Stores each change of a draft in the browser, at once: a pause would lose what was typed before the tab was
/// closed. No
/// edit waits for its write, and no write for the one before, which a cut line may hold up for a minute; the browser
/// gets
/// them in their order.
/// </summary>
/// <param name="key">Where the browser stores the draft: of one member, environment and flag.</param>
internal sealed class RuleDraftWriter(IRuleDraftStore drafts, string key, TimeProvider time)
{
    private int _version;

    /// <summary>Raised when <see cref="IsStored"/> has changed.</summary>
    public event Action? Changed;

    /// <summary>False if the browser refused the latest write.</summary>
    public bool IsStored { get; private set; } = true;

    /// <summary>The latest write; faulted only by a defect.</summary>
    public Task Latest { get; private set; } = Task.CompletedTask;

    /// <summary>Returns the draft of an earlier visit; null if there is none, or it equals the stored rules.</summary>
    public async Task<StoredDraft?> ReadAsync(RuleEditor editor) =>
        await drafts.ReadAsync(key) is { } found && RuleDrafts.FromContract(found.Rules).Text() != editor.Stored.Text()
            ? found
            : null;

    /// <summary>Stores the draft, or removes it once it equals the stored rules. Opening a rule is no change.</summary>
    public void Write(RuleEditor editor)
    {
        if (_version == editor.Version)
            return;
        _version = editor.Version;
        Latest = WriteAsync(editor, _version);
    }

    public Task RemoveAsync() => drafts.RemoveAsync(key);

    private async Task WriteAsync(RuleEditor editor, int version)
    {
        var isStored = true;
        if (editor.IsDirty)
        {
            var draft = new StoredDraft
            {
                SavedAt = time.GetUtcNow(),
                Tag = editor.Tag,
                Rules = editor.Rules.ToContract(),
            };
            isStored = await drafts.TryWriteAsync(key, draft);
        }
        else
        {
            await drafts.RemoveAsync(key);
        }

        // A later write says how it went itself.
        if (version != _version || isStored == IsStored)
            return;
        IsStored = isStored;
        Changed?.Invoke();
    }
}
