namespace Schematic.Contracts.Flags;

public sealed record CheckFlagsBulkResponseData
{
    public required IReadOnlyList<CheckFlagsResponseData> Data { get; init; }
}
