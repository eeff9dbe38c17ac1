namespace Schematic.Contracts.Entities;

/// <summary>Keys that find one company or user.</summary>
public sealed record KeysRequestBody
{
    /// <summary>Values of keys by name; <c>id</c> stands for the server's own id.</summary>
    public required IReadOnlyDictionary<string, string> Keys { get; init; }
}
