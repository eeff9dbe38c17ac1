namespace Schematic.Rules.Lookup;

/// <summary>A set of ids that keeps their order.</summary>
internal sealed class IdSet
{
    public static readonly IdSet Empty = new([]);

    private readonly KeyTable<IdKey, bool> _table;
    private readonly IdKey[] _ids;

    public IdSet(IReadOnlyList<string> ids)
    {
        var pairs = new (IdKey, bool)[ids.Count];
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = (new IdKey(ids[i]), true);
        _table = pairs.Length == 0 ? KeyTable<IdKey, bool>.Empty : new KeyTable<IdKey, bool>(pairs);
        _ids = [.. pairs.Select(static pair => pair.Item1)];
    }

    public ReadOnlySpan<IdKey> Ids => _ids;

    public bool Contains(in IdKey id) => _table.Contains(id);

    public bool Intersects(IdSet other)
    {
        foreach (ref readonly var id in other._ids.AsSpan())
        {
            if (_table.Contains(id))
                return true;
        }

        return false;
    }
}
