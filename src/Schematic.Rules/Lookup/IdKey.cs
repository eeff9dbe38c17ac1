namespace Schematic.Rules.Lookup;

/// <summary>An id or another name that is compared byte for byte.</summary>
internal readonly struct IdKey(string? text) : ILookupKey<IdKey>
{
    public string Text { get; } = text ?? "";

    // Seeded per process by the runtime: ids chosen by a hostile caller do not collide on purpose.
    public int Hash { get; } = (text ?? "").GetHashCode(StringComparison.Ordinal);

    public bool Equals(IdKey other) => string.Equals(Text, other.Text);

    public override bool Equals(object? obj) => obj is IdKey other && Equals(other);

    public override int GetHashCode() => Hash;
}
