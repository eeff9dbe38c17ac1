namespace Schematic.Api.Persistence;

/// <summary>
/// Whether anything was committed on behalf of a caller: a failure after that must not be told as if nothing had been
/// changed.
/// </summary>
internal sealed class CommittedWork
{
    private static readonly AsyncLocal<CommittedWork?> Current = new();

    public bool Any { get; private set; }

    /// <summary>Begins to watch what the caller does from here on, and whatever it waits for.</summary>
    public static CommittedWork Begin() => Current.Value = new CommittedWork();

    /// <summary>To be called where the caller goes on after a commit.</summary>
    public static void Note()
    {
        if (Current.Value is { } work)
            work.Any = true;
    }
}
