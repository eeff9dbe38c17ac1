namespace Schematic.Contracts.Flags;

/// <summary>Values of all flags, for several companies and users.</summary>
public sealed record CheckFlagsBulkResponseData
{
    /// <summary>One answer per context, in the order of the request.</summary>
    public required IReadOnlyList<CheckFlagsResponseData> Data { get; init; }
}
