using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Schematic.Rules.Lookup;

/// <summary>
/// An immutable table with open addressing, at most half full. A frozen dictionary would be slower to build (a table is
/// built per company) and to ask (it hashes each time; here both sides bring their hash).
/// </summary>
internal sealed class KeyTable<TKey, TValue>
    where TKey : struct, ILookupKey<TKey>
{
    public static readonly KeyTable<TKey, TValue> Empty = new([]);

    private readonly Entry[] _entries;
    private readonly int _mask;

    /// <summary>Keeps the first value of a key that is given twice.</summary>
    public KeyTable(ReadOnlySpan<(TKey Key, TValue Value)> pairs)
    {
        _entries = new Entry[pairs.Length == 0 ? 1 : BitOperations.RoundUpToPowerOf2((uint)pairs.Length * 2)];
        _mask = _entries.Length - 1;
        foreach (ref readonly var pair in pairs)
            Add(pair.Key, pair.Value);
    }

    public int Count { get; private set; }

    public bool TryGet(in TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        var entries = _entries;
        // The condition always holds; it spares the bounds check. At most half of the entries are taken, so the search
        // ends.
        for (var slot = key.Hash & _mask; (uint)slot < (uint)entries.Length; slot = (slot + 1) & _mask)
        {
            ref readonly var entry = ref entries[slot];
            if (!entry.IsTaken)
                break;
            if (entry.Key.Hash == key.Hash && entry.Key.Equals(key))
            {
                value = entry.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    public bool Contains(in TKey key) => TryGet(key, out _);

    private void Add(in TKey key, TValue value)
    {
        var slot = key.Hash & _mask;
        for (; _entries[slot].IsTaken; slot = (slot + 1) & _mask)
        {
            if (_entries[slot].Key.Equals(key))
                return;
        }

        _entries[slot] = new Entry(key, value);
        Count++;
    }

    private readonly struct Entry(TKey key, TValue value)
    {
        public readonly TKey Key = key;
        public readonly TValue Value = value;
        public readonly bool IsTaken = true;
    }
}
