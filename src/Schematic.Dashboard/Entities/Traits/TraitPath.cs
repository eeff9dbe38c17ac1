using System.Text.Json;
using System.Text.Json.Nodes;
using Schematic.Contracts.Entities;

namespace Schematic.Dashboard.Entities.Traits;

/// <summary>A trait's place in nested objects, outermost first. Most have one step: their name.</summary>
internal static class TraitPath
{
    public const int MaxStepLength = 255;

    /// <summary>How a person reads and writes it: <c>address.city</c>.</summary>
    public static string Dotted(IReadOnlyList<string> path) => string.Join('.', path);

    public static IReadOnlyList<string> Parse(string dotted) =>
        dotted.Trim().Split('.', StringSplitOptions.TrimEntries);

    /// <summary>Path of an entity's trait; the id of its definition if the API left the definition out.</summary>
    public static IReadOnlyList<string> FromTrait(EntityTraitDetailResponseData trait) =>
        trait.Definition?.Hierarchy is { Count: > 0 } path ? path : [trait.DefinitionId];

    /// <summary>The <c>traits</c> of a request: <c>{"address": {"city": …}}</c>. Null removes.</summary>
    public static IReadOnlyDictionary<string, JsonElement> Nest(
        params IEnumerable<(IReadOnlyList<string> Path, JsonNode? Value)> traits
    )
    {
        var root = new JsonObject();
        foreach (var (path, value) in traits)
        {
            var at = root;
            foreach (var step in path.SkipLast(1))
            {
                if (at[step] is not JsonObject inner)
                    at[step] = inner = [];
                at = inner;
            }

            at[path[^1]] = value;
        }

        return root.ToDictionary(
            static member => member.Key,
            static member => JsonSerializer.SerializeToElement(member.Value),
            StringComparer.Ordinal
        );
    }

    /// <summary>Whether one of the two would have to be a value and an object at once.</summary>
    public static bool Collide(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var shared = Math.Min(one.Count, other.Count);
        return one.Take(shared).SequenceEqual(other.Take(shared), StringComparer.Ordinal);
    }
}
