namespace Schematic.Rules.Lookup;

/// <summary>An id or another name, compared ordinally, with its hash.</summary>
internal readonly struct IdKey(string? text) : ILookupKey<IdKey>
{
    public string Text { get; } = text ?? "";

    // The runtime seeds it per process, so that a hostile caller cannot choose ids that collide.
    public int Hash { get; } = (text ?? "").GetHashCode(StringComparison.Ordinal);

    public bool Equals(IdKey other) => string.Equals(Text, other.Text);

    public override bool Equals(object? obj) => obj is IdKey other && Equals(other);

    public override int GetHashCode() => Hash;
}
