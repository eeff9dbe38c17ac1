namespace Schematic.Api.Persistence;

/// <summary>
/// Whether anything was committed on behalf of a caller: a failure after that must not be told as if nothing had been
/// changed.
/// </summary>
internal sealed class CommittedWork
{
    private static readonly AsyncLocal<CommittedWork?> Current = new();

    private readonly Func<SchematicDb, CancellationToken, Task>? _first;

    private CommittedWork(Func<SchematicDb, CancellationToken, Task>? first) => _first = first;

    /// <summary>
    /// Whether the caller's next transaction has to be its own, because it stores more than it was asked to.
    /// </summary>
    public static bool IsAlone => Current.Value is { Any: false, _first: not null };

    /// <summary>To be stored by the caller's next transaction beside its own work; null if nothing is.</summary>
    public static ICompanion? NextCompanion =>
        Current.Value is { Any: false, Companion: { } companion } ? companion : null;

    public bool Any { get; private set; }

    /// <summary>Stored at the end of the first transaction; null if nothing is.</summary>
    public ICompanion? Companion { get; set; }

    /// <summary>Begins to watch what the caller does from here on, and whatever it waits for.</summary>
    /// <param name="first">Done at the beginning of the first transaction, and stored with it or not at all.</param>
    public static CommittedWork Begin(Func<SchematicDb, CancellationToken, Task>? first = null) =>
        Current.Value = new CommittedWork(first);

    /// <summary>To be called where the caller goes on after a commit.</summary>
    public static void Note()
    {
        if (Current.Value is { } work)
            work.Any = true;
    }

    /// <summary>The work of one transaction, with what the caller's first one has to do before and after it.</summary>
    public static Func<SchematicDb, CancellationToken, Task<T>> With<T>(
        Func<SchematicDb, CancellationToken, Task<T>> work
    ) =>
        Current.Value is { Any: false, _first: var first, Companion: var companion }
        && (first is not null || companion is not null)
            ? async (db, token) =>
            {
                if (first is not null)
                    await first(db, token);
                var result = await work(db, token);
                // Last, so that work which is refused has written nothing that would have to be taken back.
                if (companion is not null)
                    await companion.StoreAsync(db, [companion], token);
                return result;
            }
            : work;
}
