using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Entities;

/// <summary>Keys that name one company or user: <c>keys[name]=value</c>, <c>keys={"name":"value"}</c> or a bare <c>name=value</c>.</summary>
public sealed record KeysQuery : IQuery
{
    public required IReadOnlyDictionary<string, string> Keys { get; init; }
}
