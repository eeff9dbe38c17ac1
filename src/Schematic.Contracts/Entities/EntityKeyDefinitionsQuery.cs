using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Entities;

public sealed record EntityKeyDefinitionsQuery : Page
{
    public EntityType? EntityType { get; init; }

    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>Part of the key's name.</summary>
    public string? Q { get; init; }
}
