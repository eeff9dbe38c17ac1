namespace Schematic.Rules.Lookup;

/// <summary>A key that knows its hash since preparation, so that looking it up costs no hashing.</summary>
internal interface ILookupKey<TKey> : IEquatable<TKey>
{
    int Hash { get; }
}
