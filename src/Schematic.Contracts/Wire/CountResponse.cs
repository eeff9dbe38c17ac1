namespace Schematic.Contracts.Wire;

/// <summary>Number of resources that a list with the same filters has.</summary>
public sealed record CountResponse
{
    /// <summary>Number of resources over all pages.</summary>
    public required long Count { get; init; }
}
