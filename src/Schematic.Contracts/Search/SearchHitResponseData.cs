namespace Schematic.Contracts.Search;

/// <summary>One thing that a search has found. An addition to the published API.</summary>
public sealed record SearchHitResponseData
{
    /// <summary>Id with the prefix of its kind, as <c>comp_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its key: that of a flag, or one value of a company or user; null if it has none.</summary>
    public string? Key { get; init; }

    /// <summary>Kind of thing.</summary>
    public required SearchKind Kind { get; init; }

    /// <summary>
    /// Names of the keys whose value is exactly the text that was searched for, and <c>id</c>; empty if the text is
    /// only part of it.
    /// </summary>
    public required IReadOnlyList<string> MatchedKeys { get; init; }

    /// <summary>Its display name.</summary>
    public required string Name { get; init; }
}
