namespace Schematic.Contracts.Wire;

/// <summary>
/// Body of a 412: the resource was written since the <c>ETag</c> in <c>If-Match</c> was read, and nothing was changed.
/// An addition to the published API.
/// </summary>
/// <typeparam name="TData">The resource, as a read of it would answer.</typeparam>
public sealed record StaleError<TData>
{
    /// <summary>One sentence, meant for people, that names the next step.</summary>
    public required string Error { get; init; }

    /// <summary>The resource as it is now.</summary>
    public required TData Data { get; init; }
}
