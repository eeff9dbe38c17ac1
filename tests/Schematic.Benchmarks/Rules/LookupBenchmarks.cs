using System.Collections.Frozen;
using BenchmarkDotNet.Attributes;
using Schematic.Rules.Lookup;

namespace Schematic.Benchmarks.Rules;

/// <summary>
/// The engine's look-up table against those of the framework: ten ids as a company has traits, built once and asked for
/// each of them and for ten others.
/// </summary>
[MemoryDiagnoser]
public class LookupBenchmarks
{
    private static readonly string[] Ids = [.. Enumerable.Range(0, 10).Select(static i => $"trdf_01J9Z3K8Q{i}")];
    private static readonly string[] Others = [.. Enumerable.Range(0, 10).Select(static i => $"trdf_01J9Z3K8R{i}")];

    private readonly IdKey[] _keys = [.. Ids.Concat(Others).Select(static id => new IdKey(id))];
    private readonly string[] _texts = [.. Ids.Concat(Others)];
    private readonly KeyTable<IdKey, int> _table = KeyTableOf();
    private readonly FrozenDictionary<string, int> _frozen = FrozenOf();
    private readonly FrozenDictionary<IdKey, int> _frozenByKey = FrozenByKeyOf();
    private readonly Dictionary<string, int> _dictionary = DictionaryOf();

    [Benchmark(Baseline = true, OperationsPerInvoke = 20)]
    public int AskKeyTable()
    {
        var sum = 0;
        foreach (ref readonly var key in _keys.AsSpan())
            sum += _table.TryGet(key, out var value) ? value : 1;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = 20)]
    public int AskFrozenDictionary()
    {
        var sum = 0;
        foreach (var text in _texts)
            sum += _frozen.TryGetValue(text, out var value) ? value : 1;
        return sum;
    }

    /// <summary>With the hash made beforehand, as <see cref="KeyTable{TKey,TValue}"/> has it.</summary>
    [Benchmark(OperationsPerInvoke = 20)]
    public int AskFrozenDictionaryByKey()
    {
        var sum = 0;
        foreach (var key in _keys)
            sum += _frozenByKey.TryGetValue(key, out var value) ? value : 1;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = 20)]
    public int AskDictionary()
    {
        var sum = 0;
        foreach (var text in _texts)
            sum += _dictionary.TryGetValue(text, out var value) ? value : 1;
        return sum;
    }

    [Benchmark]
    public object MakeKeyTable() => KeyTableOf();

    [Benchmark]
    public object MakeFrozenDictionary() => FrozenOf();

    [Benchmark]
    public object MakeFrozenDictionaryByKey() => FrozenByKeyOf();

    [Benchmark]
    public object MakeDictionary() => DictionaryOf();

    private static KeyTable<IdKey, int> KeyTableOf()
    {
        var pairs = new (IdKey, int)[Ids.Length];
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = (new IdKey(Ids[i]), i);
        return new KeyTable<IdKey, int>(pairs);
    }

    private static FrozenDictionary<string, int> FrozenOf() =>
        DictionaryOf().ToFrozenDictionary(StringComparer.Ordinal);

    private static FrozenDictionary<IdKey, int> FrozenByKeyOf()
    {
        var pairs = new Dictionary<IdKey, int>(Ids.Length);
        for (var i = 0; i < Ids.Length; i++)
            pairs.Add(new IdKey(Ids[i]), i);
        return pairs.ToFrozenDictionary();
    }

    private static Dictionary<string, int> DictionaryOf()
    {
        var pairs = new Dictionary<string, int>(Ids.Length, StringComparer.Ordinal);
        for (var i = 0; i < Ids.Length; i++)
            pairs.Add(Ids[i], i);
        return pairs;
    }
}
