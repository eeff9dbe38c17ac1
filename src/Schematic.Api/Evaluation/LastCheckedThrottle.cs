namespace Schematic.Api.Evaluation;

/// <summary>
/// Which flags were noted as checked within the last minute, so that a flag that is checked all the time is written
/// once. Not for several threads at once.
/// </summary>
internal sealed class LastCheckedThrottle
{
    // How old a flag's last_checked_at may be.
    private static readonly TimeSpan Coarseness = TimeSpan.FromMinutes(1);

    private readonly Dictionary<(int EnvironmentSeq, int FlagSeq), DateTimeOffset> _flags = [];
    private readonly Dictionary<int, (FlagSnapshot Snapshot, DateTimeOffset At)> _snapshots = [];
    private DateTimeOffset _forgottenAt;

    /// <summary>Number of remembered flags and snapshots.</summary>
    public int Count => _flags.Count + _snapshots.Count;

    /// <returns>Whether the flag is to be written.</returns>
    public bool IsDue(int environmentSeq, int flagSeq, DateTimeOffset at) =>
        !_flags.TryGetValue((environmentSeq, flagSeq), out var last) || at - last >= Coarseness;

    /// <returns>Whether the flag is to be written.</returns>
    public bool Note(int environmentSeq, int flagSeq, DateTimeOffset at)
    {
        if (!IsDue(environmentSeq, flagSeq, at))
            return false;
        _flags[(environmentSeq, flagSeq)] = at;
        return true;
    }

    /// <returns>Whether any flag of the snapshot may have to be written.</returns>
    public bool Note(int environmentSeq, FlagSnapshot snapshot, DateTimeOffset at)
    {
        if (
            _snapshots.TryGetValue(environmentSeq, out var last)
            && last.Snapshot == snapshot
            && at - last.At < Coarseness
        )
            return false;
        _snapshots[environmentSeq] = (snapshot, at);
        return true;
    }

    /// <summary>
    /// Forgets, once in a while, what is too old to matter: flags and environments go, and their notes would stay.
    /// </summary>
    public void Forget(DateTimeOffset now)
    {
        if (now - _forgottenAt < Coarseness)
            return;
        _forgottenAt = now;
        foreach (var (flag, at) in _flags)
        {
            if (now - at >= Coarseness)
                _flags.Remove(flag);
        }

        foreach (var (environmentSeq, last) in _snapshots)
        {
            if (now - last.At >= Coarseness)
                _snapshots.Remove(environmentSeq);
        }
    }
}
