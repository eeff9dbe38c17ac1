using System.Text.Json.Serialization;

namespace Schematic.Contracts.Wire;

/// <summary>What every answer has, whatever its resource.</summary>
public abstract record Envelope
{
    /// <summary>Names the state of the resource, for a later <c>If-Match</c>. A header and no part of the body; null where the operation sends none.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }
}

/// <summary>The body of every successful answer: the resource, and the inputs as the server understood them.</summary>
/// <typeparam name="TData">A resource, or a list of resources.</typeparam>
public sealed record Envelope<TData> : Envelope
{
    public required TData Data { get; init; }

    /// <summary>The parsed inputs under their wire names; an empty object where the operation has none.</summary>
    public required object Params { get; init; }
}
