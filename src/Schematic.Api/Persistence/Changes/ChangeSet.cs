namespace Schematic.Api.Persistence.Changes;

/// <summary>Changes that are told together; each once.</summary>
internal sealed class ChangeSet
{
    private readonly HashSet<Change> _changes = [];
    private readonly HashSet<Change> _forOthers = [];
    private readonly HashSet<Change> _created = [];

    /// <summary>True if anything may have changed, because what did is not known.</summary>
    public bool IsEverything { get; private init; }

    public IReadOnlyCollection<Change> Changes => _changes;

    /// <summary>Changes that only other instances are told of: this one knows more about them.</summary>
    public IReadOnlyCollection<Change> ForOthers => _forOthers;

    /// <summary>
    /// New things, which nobody can hold in memory yet: only this process is told of them, for what comes with them.
    /// </summary>
    public IReadOnlyCollection<Change> Created => _created;

    /// <summary>True if there is nothing to tell in this process.</summary>
    public bool IsEmpty => !IsEverything && _changes.Count == 0 && _created.Count == 0;

    public static ChangeSet Everything { get; } = new() { IsEverything = true };

    public void Add(ChangeKind kind, long subjectSeq, int environmentSeq = SchematicDb.AccountSeq) =>
        _changes.Add(new Change(kind, subjectSeq, environmentSeq));

    public void AddCreated(ChangeKind kind, long subjectSeq, int environmentSeq) =>
        _created.Add(new Change(kind, subjectSeq, environmentSeq));

    public void AddForOthers(ChangeKind kind, long subjectSeq, int environmentSeq) =>
        _forOthers.Add(new Change(kind, subjectSeq, environmentSeq));

    public bool Has(ChangeKind kind) => IsEverything || _changes.Any(change => change.Kind == kind);
}
