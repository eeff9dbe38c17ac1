namespace Schematic.Contracts.Credits;

/// <summary>The feature in a row of the ledger.</summary>
public sealed record FeatureLedgerResponseData
{
    /// <summary>Free text about the feature; null if there is none.</summary>
    public string? Description { get; init; }

    /// <summary>Name of its icon; null if it has none.</summary>
    public string? Icon { get; init; }

    /// <summary>Id of the feature, <c>feat_…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Display name of the feature.</summary>
    public required string Name { get; init; }
}
