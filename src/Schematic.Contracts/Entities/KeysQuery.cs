using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Entities;

/// <summary>
/// Keys that find one company or user: <c>keys[name]=value</c>, <c>keys={"name":"value"}</c> or a bare
/// <c>name=value</c>.
/// </summary>
public sealed record KeysQuery : IQuery
{
    /// <summary>Values of keys by name; <c>id</c> stands for the server's own id.</summary>
    public required IReadOnlyDictionary<string, string> Keys { get; init; }
}
