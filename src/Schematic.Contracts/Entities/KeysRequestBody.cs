namespace Schematic.Contracts.Entities;

public sealed record KeysRequestBody
{
    public required IReadOnlyDictionary<string, string> Keys { get; init; }
}
