namespace Schematic.Contracts.Wire;

/// <summary>The body of every successful answer: the resource, and the inputs as the server understood them.</summary>
/// <typeparam name="TData">A resource, or a list of resources.</typeparam>
public sealed record Envelope<TData>
{
    public required TData Data { get; init; }

    /// <summary>The parsed inputs under their wire names; an empty object where the operation has none.</summary>
    public required object Params { get; init; }
}
