using System.Text.Json.Serialization;

namespace Schematic.Contracts.Wire;

/// <summary>Members that every answer has, whatever its resource.</summary>
public abstract record Envelope
{
    /// <summary>
    /// State of the resource, to send as <c>If-Match</c> later. A header, not part of the body; null if the operation
    /// sends none.
    /// </summary>
    [JsonIgnore]
    public string? ETag { get; init; }
}

/// <summary>Body of every successful answer: the resource, and the inputs as the server understood them.</summary>
/// <typeparam name="TData">A resource, or a list of resources.</typeparam>
public sealed record Envelope<TData> : Envelope
{
    /// <summary>The resource, or the list of resources.</summary>
    public required TData Data { get; init; }

    /// <summary>The parsed inputs under their wire names; an empty object if the operation has none.</summary>
    public required object Params { get; init; }
}
