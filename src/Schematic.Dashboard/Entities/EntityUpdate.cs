using System.Text.Json;

namespace Schematic.Dashboard.Entities;

/// <summary>An edit of one thing of an entity. What is null stays as it is.</summary>
public sealed record EntityUpdate
{
    public string? Name { get; init; }

    /// <summary>Keys to add or change.</summary>
    public IReadOnlyDictionary<string, string>? Keys { get; init; }

    public IReadOnlyList<string>? RemoveKeys { get; init; }

    /// <summary>Traits to set; JSON null removes one.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Traits { get; init; }
}
