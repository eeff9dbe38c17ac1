namespace Schematic.Contracts.Wire;

/// <summary>How many resources the same filters would list, over all pages.</summary>
public sealed record CountResponse
{
    public required long Count { get; init; }
}
