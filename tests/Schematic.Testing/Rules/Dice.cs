namespace Schematic.Testing.Rules;

/// <summary>
/// A seeded source of choices. Seeded <see cref="Random"/> keeps its sequence between versions of .NET.
/// </summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);
    private int _lastId;

    public int NextId() => ++_lastId;

    public bool OneIn(int count) => _random.Next(count) == 0;

    /// <summary>Both bounds included.</summary>
    public int Between(int least, int most) => _random.Next(least, most + 1);

    public T Of<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> items) => [.. items.Where(_ => OneIn(2))];

    public IReadOnlyList<T> Several<T>(int most, Func<T> next) =>
        [.. Enumerable.Range(0, Between(0, most)).Select(_ => next())];
}
