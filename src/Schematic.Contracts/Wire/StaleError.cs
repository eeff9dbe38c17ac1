namespace Schematic.Contracts.Wire;

/// <summary>
/// The body of a 412, an addition to the published API: somebody else has written since the <c>ETag</c> that
/// <c>If-Match</c> names was read. Nothing was changed.
/// </summary>
/// <typeparam name="TData">The resource, as a read of it would answer.</typeparam>
public sealed record StaleError<TData>
{
    public required string Error { get; init; }

    /// <summary>The resource as it is now.</summary>
    public required TData Data { get; init; }
}
