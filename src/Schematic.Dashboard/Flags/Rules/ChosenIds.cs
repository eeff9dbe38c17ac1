using System.Collections;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>The ids that a condition names, in the order in which they were chosen, each once.</summary>
internal sealed class ChosenIds : IEnumerable<string>
{
    /// <summary>The most ids that the API takes in one condition.</summary>
    public const int Max = 1_000;

    private readonly List<string> _ids = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public ChosenIds(IEnumerable<string> ids)
    {
        foreach (var id in ids.Where(_known.Add))
            _ids.Add(id);
    }

    public int Count => _ids.Count;

    public bool Contains(string id) => _known.Contains(id);

    /// <summary>Returns false if there is no room for one more.</summary>
    public bool TryAdd(string id)
    {
        if (Contains(id))
            return true;
        if (Count >= Max)
            return false;
        _known.Add(id);
        _ids.Add(id);
        return true;
    }

    public void Remove(string id)
    {
        if (_known.Remove(id))
            _ids.Remove(id);
    }

    public IEnumerator<string> GetEnumerator() => _ids.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
